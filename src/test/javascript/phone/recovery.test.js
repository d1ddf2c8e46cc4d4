import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recovery } from '../../../main/webapp/js/phone/recovery.js';

/** A recovery whose clock the test winds; `sought` holds when a new way was looked for. */
function setUp({ first = true, signalling = true } = {}) {
  const it = { now: 100_000, broken: false, signalling, sought: [], waits: [] };
  it.recovery = new Recovery({
    first,
    isBroken: () => it.broken,
    seek: () => it.signalling && it.sought.push(it.now) > 0,
    clock: { setTimeout: (job, wait) => it.waits.push({ job, wait }), clearTimeout: () => it.waits.splice(0) },
    now: () => it.now,
  });
  it.pass = () => {
    const { job, wait } = it.waits.shift();
    it.now += wait;
    job();
  };
  return it;
}

test('silence after the phone registered anew means that the network changed', () => {
  const it = setUp();
  it.recovery.heard(false);
  assert.deepEqual(it.sought, [], 'without a change it may just be quiet');
  it.recovery.renewed();
  it.recovery.heard(true);
  it.now += 2000;
  it.recovery.heard(false);
  assert.deepEqual(it.sought, [102_000]);
  it.now += 2000;
  it.recovery.heard(false);
  assert.equal(it.sought.length, 1, 'what was asked for takes a moment');
});

test('who was called waits longer, so that two offers do not cross', () => {
  const it = setUp({ first: false });
  it.recovery.renewed();
  it.recovery.heard(false);
  assert.equal(it.sought.length, 0);
  it.recovery.heard(false);
  assert.equal(it.sought.length, 1);
});

test('a gap that heals by itself is left alone, one that lasts is not', () => {
  const it = setUp();
  it.broken = true;
  it.recovery.check();
  it.broken = false;
  it.recovery.check();
  assert.equal(it.waits.length, 0);
  it.broken = true;
  it.recovery.check();
  it.pass();
  assert.deepEqual(it.sought, [101_500]);
});

test('while the server cannot be reached it is tried again, and at once when it can', () => {
  const it = setUp({ signalling: false });
  it.broken = true;
  it.recovery.check({ atOnce: true });
  it.pass();
  assert.equal(it.sought.length, 0);
  it.signalling = true;
  it.recovery.renewed();
  assert.equal(it.sought.length, 1);
});
