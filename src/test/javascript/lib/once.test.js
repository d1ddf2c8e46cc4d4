import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../../../main/webapp/js/lib/drafts.js';
import { Newest, newId, persistent, serial, settle, spaced } from '../../../main/webapp/js/lib/once.js';
import { countText, setTexts, text } from '../../../main/webapp/js/lib/texts.js';

test('a burst of calls is one run with the last values', () => {
  const timers = new Map();
  const ran = [];
  const later = settle((value) => ran.push(value), 10, (job) => timers.set(timers.size, job) && timers.size - 1, (id) => timers.delete(id));
  later(1);
  later(2);
  for (const job of timers.values()) job();
  assert.deepEqual(ran, [2]);
});

test('calls come soon after the first and then no more often than told', () => {
  const waits = [];
  let now = 5000;
  let runs = 0;
  let due = null;
  const timer = (job, wait) => {
    waits.push(wait);
    due = job;
  };
  const run = spaced(() => (runs += 1), 80, 1000, { timer, clock: () => now });
  run();
  run();
  now += 80;
  due();
  run();
  now += 1000;
  due();
  now += 5000;
  run();
  assert.deepEqual([runs, waits], [2, [80, 1000, 80]]);
});

test('a call during a run makes exactly one more run', async () => {
  let runs = 0;
  const open = [];
  const job = serial(() => {
    runs += 1;
    return new Promise((resolve) => open.push(resolve));
  });
  const done = job();
  job();
  job();
  open[0]();
  await new Promise((resolve) => setImmediate(resolve));
  open[1]();
  await done;
  assert.equal(runs, 2);
});

test('what fails is tried again until it succeeds, and waits anew after that', async () => {
  const timers = [];
  const outcomes = [false, false, true, false];
  let step = 0;
  const waits = { next: () => (step += 1), reset: () => (step = 0) };
  const run = persistent(async () => {
    if (!outcomes.shift()) throw new Error('no line');
  }, waits, (job, wait) => timers.push({ job, wait }));
  await run();
  await timers[0].job();
  await timers[1].job();
  assert.deepEqual(timers.map(({ wait }) => wait), [1, 2]);
  await run();
  assert.equal(timers[2].wait, 1);
});

test('a newer request ends the older one', () => {
  const newest = new Newest();
  const first = newest.next();
  const second = newest.next();
  assert.deepEqual([first.aborted, second.aborted], [true, false]);
});

test('ids are UUIDs also where the browser does not make them', () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  assert.match(newId(), form);
  assert.match(newId({ getRandomValues: (bytes) => bytes.fill(255) }), form);
});

test('texts fill in their values and a missing one shows its key', () => {
  setTexts({ greet: 'Hello {0}, {1} {2}', 'n.one': 'one', 'n.other': '{0} many' });
  assert.equal(text('greet', 'A', 'B'), 'Hello A, B {2}');
  assert.equal(text('missing'), 'missing');
  assert.deepEqual([countText('n', 1), countText('n', 0)], ['one', '0 many']);
});

test('a draft belongs to its conversation and an empty one is none', () => {
  const kept = {};
  const storage = {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => (kept[key] = value),
    removeItem: (key) => delete kept[key],
  };
  const drafts = new Drafts(storage, 'alice');
  drafts.set('bob', 'hel');
  assert.deepEqual([drafts.get('bob'), drafts.get('carol')], ['hel', '']);
  drafts.set('bob', '  ');
  assert.deepEqual(kept, {});
});
