import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Activity } from '../../../main/webapp/js/lib/activity.js';

function browser() {
  const values = new Map();
  const storage = { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => values.set(key, value) };
  const time = { now: 1_000_000 };
  const tab = () => new Activity({ storage, clock: () => time.now });
  return { tab, time };
}

test('a browser is idle when none of its tabs was touched for long enough', () => {
  const { tab, time } = browser();
  const [one, other] = [tab(), tab()];
  one.touch();
  time.now += 4 * 60_000;
  other.touch();
  time.now += 4 * 60_000;
  assert.equal(one.isIdle(5), false);
  time.now += 60_000;
  assert.equal(one.isIdle(5), true);
  assert.equal(one.isIdle(10), false);
  one.touch();
  assert.equal(other.isIdle(5), false);
});

test('who does not want to become away never does', () => {
  const { tab, time } = browser();
  const one = tab();
  one.touch();
  time.now += 1e9;
  assert.equal(one.isIdle(0), false);
});

test('a clock that was set back leaves nobody active for ever', () => {
  const { tab, time } = browser();
  tab().touch();
  time.now -= 100_000;
  assert.equal(tab().isIdle(1), true);
});
