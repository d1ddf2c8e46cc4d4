import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox, waitBefore } from '../../../main/webapp/js/lib/outbox.js';

/** localStorage as a browser has it. */
class Storage {
  #map = new Map();

  get length() {
    return this.#map.size;
  }

  key(index) {
    return [...this.#map.keys()][index];
  }

  getItem(key) {
    return this.#map.get(key) ?? null;
  }

  setItem(key, value) {
    this.#map.set(key, value);
  }

  removeItem(key) {
    this.#map.delete(key);
  }
}

function refusal(code, retryAfter = null) {
  return Object.assign(new Error(`refused ${code}`), { code, retryAfter });
}

/** An outbox over a phone that answers as told; `timers` holds what waits for its time. */
function setUp({ answers = [], storage = new Storage(), owner = 'alice', sends = true } = {}) {
  const sent = [];
  const timers = [];
  let tick = 1000;
  const outbox = new Outbox({
    owner,
    storage,
    send: async (peer, { id, text }) => {
      sent.push({ peer, id, text });
      const answer = answers.shift() ?? { state: 'delivered' };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    sends: () => sends,
    clock: () => (tick += 1),
    timer: (job, wait) => timers.push({ job, wait }),
  });
  return { outbox, sent, timers, storage };
}

const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('a message is kept before it is sent and forgotten once it was answered', async () => {
  const { outbox, sent, storage } = setUp();
  outbox.add('bob', 'hello', 'u1');
  assert.equal(storage.length, 1);
  await settled();
  assert.deepEqual(sent, [{ peer: 'bob', id: 'u1', text: 'hello' }]);
  assert.equal(storage.length, 0);
});

test('messages to one person go out one after the other in the order they were written', async () => {
  const { outbox, sent } = setUp({ answers: [refusal(0)] });
  outbox.add('bob', 'one', 'u1');
  outbox.add('bob', 'two', 'u2');
  await settled();
  assert.deepEqual(sent.map(({ id }) => id), ['u1']);
  outbox.wake();
  await settled();
  assert.deepEqual(sent.map(({ id }) => id), ['u1', 'u1', 'u2']);
});

test('a message that could not be sent is tried again with the same id', async () => {
  const { outbox, sent, timers } = setUp({ answers: [refusal(503, 5)] });
  outbox.add('bob', 'hello', 'u1');
  await settled();
  assert.equal(timers[0].wait, 5000);
  assert.equal(outbox.entries('bob')[0].attempts, 1);
  timers[0].job();
  await settled();
  assert.deepEqual(sent.map(({ id }) => id), ['u1', 'u1']);
  assert.deepEqual(outbox.entries('bob'), []);
});

test('a person who does not exist stops that message only', async () => {
  const { outbox, sent } = setUp({ answers: [refusal(404)] });
  outbox.add('nobody', 'hello', 'u1');
  outbox.add('bob', 'hello', 'u2');
  await settled();
  assert.equal(outbox.entries('nobody')[0].code, 404);
  assert.deepEqual(sent.map(({ peer }) => peer), ['nobody', 'bob']);
  assert.deepEqual(outbox.entries('bob'), []);
});

test('a refused message goes out again when its writer says so, or is discarded', async () => {
  const { outbox, sent } = setUp({ answers: [refusal(413), refusal(413)] });
  outbox.add('bob', 'long', 'u1');
  await settled();
  outbox.retry('bob', 'u1');
  await settled();
  assert.equal(sent.length, 2);
  outbox.discard('bob', 'u1');
  assert.deepEqual(outbox.entries('bob'), []);
});

test('what waited before a reload is sent after it', async () => {
  const storage = new Storage();
  const before = setUp({ storage, answers: [refusal(0)] });
  before.outbox.add('bob', 'hello', 'u1');
  await settled();
  const after = setUp({ storage });
  after.outbox.wake();
  await settled();
  assert.deepEqual(after.sent, [{ peer: 'bob', id: 'u1', text: 'hello' }]);
});

test('nobody sends what another person left in this browser', async () => {
  const storage = new Storage();
  setUp({ storage, answers: [refusal(0)] }).outbox.add('bob', 'hello', 'u1');
  await settled();
  const other = setUp({ storage, owner: 'carol' });
  other.outbox.wake();
  await settled();
  assert.deepEqual(other.sent, []);
  assert.deepEqual(other.outbox.peers(), []);
});

test('what is written where the phone is not goes out where it is', async () => {
  const storage = new Storage();
  const here = setUp({ storage, sends: false });
  here.outbox.add('bob', 'hello', 'u1');
  await settled();
  assert.deepEqual(here.sent, []);
  const there = setUp({ storage });
  there.outbox.flush('bob');
  await settled();
  assert.deepEqual(there.sent, [{ peer: 'bob', id: 'u1', text: 'hello' }]);
  assert.deepEqual(here.outbox.entries('bob'), []);
});

test('the wait grows with every try and never passes half a minute', () => {
  assert.deepEqual([1, 2, 3, 10].map((attempt) => waitBefore(attempt, null, () => 1)), [1000, 2000, 4000, 30_000]);
  assert.equal(waitBefore(1, null, () => 0), 500);
});
