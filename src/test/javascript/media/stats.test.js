import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest, judge } from '../../../main/webapp/js/media/stats.js';
import { levelOf } from '../../../main/webapp/js/media/level.js';
import { GatheringLimit } from '../../../main/webapp/js/media/gathering.js';

const base = { packets: 0, lost: 0, jitter: 0.005, roundTrip: 0.02, frames: 0 };
const word = (changes) => judge(base, { ...base, packets: 100, ...changes }).word;

test('quality is one word', () => {
  assert.equal(word({}), 'good');
  assert.equal(word({ lost: 4 }), 'fair');
  assert.equal(word({ lost: 20 }), 'poor');
  assert.equal(word({ jitter: 0.2 }), 'poor');
  assert.equal(word({ roundTrip: 0.4 }), 'fair');
  assert.equal(word({ packets: 0 }), 'none');
});

test('pictures that stop are noticed', () => {
  assert.equal(judge(base, { ...base, packets: 50, frames: 0 }).pictures, false);
  assert.equal(judge(base, { ...base, packets: 50, frames: 1 }).pictures, true);
});

test('counters that begin anew after a hold are no silence', () => {
  const before = { ...base, packets: 900, frames: 200 };
  const verdict = judge(before, { ...base, packets: 40, frames: 12 });
  assert.deepEqual([verdict.word, verdict.pictures], ['good', true]);
});

test('a report is summed over its streams', () => {
  const report = new Map([
    ['a', { type: 'inbound-rtp', kind: 'audio', timestamp: 5, packetsReceived: 10, packetsLost: -1, bytesReceived: 100, jitter: 0.01 }],
    ['v', { type: 'inbound-rtp', kind: 'video', timestamp: 6, packetsReceived: 20, packetsLost: 2, bytesReceived: 900, framesDecoded: 7, jitter: 9 }],
    ['p', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.03 }],
  ]);
  const sum = digest(report);
  assert.deepEqual([sum.packets, sum.lost, sum.bytes, sum.frames, sum.jitter, sum.roundTrip], [30, 2, 1000, 7, 0.01, 0.03]);
});

test('silence is level zero and full scale is one', () => {
  assert.equal(levelOf(new Float32Array(64)), 0);
  assert.equal(levelOf(new Float32Array(64).fill(1)), 1);
});

/** A limit with timers that run when told. */
function limited() {
  const timers = new Map();
  let next = 1;
  let done = 0;
  const limit = new GatheringLimit(() => (done += 1), {
    timers: {
      setTimeout: (job, wait) => (timers.set(next, { job, wait }), next++),
      clearTimeout: (id) => timers.delete(id),
    },
  });
  const expire = (wait) => [...timers.values()].filter((each) => each.wait === wait).forEach(({ job }) => job());
  return { limit, expire, done: () => done };
}

test('gathering ends after a silence, though not all answered', () => {
  const { limit, expire, done } = limited();
  limit.start();
  limit.candidate();
  expire(500);
  assert.equal(done(), 1);
  expire(2000);
  limit.finish();
  assert.equal(done(), 1);
});

test('gathering ends in two seconds even without any candidate', () => {
  const { limit, expire, done } = limited();
  limit.start();
  expire(500);
  assert.equal(done(), 0);
  expire(2000);
  assert.equal(done(), 1);
});
