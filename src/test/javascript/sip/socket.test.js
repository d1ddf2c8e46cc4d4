import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { SipSocket } from '../../../main/webapp/js/sip/socket.js';
import { Backoff } from '../../../main/webapp/js/lib/backoff.js';

class FakeWebSocket {
  readyState = 0;
  sent = [];
  open() {
    this.readyState = 1;
    this.onopen();
  }
  send(data) {
    this.sent.push(data);
  }
  close() {
    this.readyState = 3;
  }
  drop() {
    this.readyState = 3;
    this.onclose?.();
  }
}

/** Timers that run when told. */
function clock() {
  const waiting = new Map();
  let next = 1;
  return {
    setTimeout: (job, wait) => (waiting.set(next, { job, wait }), next++),
    clearTimeout: (id) => waiting.delete(id),
    run(match = () => true) {
      for (const [id, entry] of [...waiting]) {
        if (!match(entry.wait)) continue;
        waiting.delete(id);
        entry.job();
      }
    },
    waits: () => [...waiting.values()].map(({ wait }) => wait),
  };
}

function setUp() {
  const made = [];
  const timers = clock();
  const socket = new SipSocket({
    url: 'ws://x/sip',
    open: () => made[made.push(new FakeWebSocket()) - 1],
    ping: () => 'OPTIONS sip:x SIP/2.0\r\nCSeq: 1 OPTIONS\r\n\r\n',
    headers: { 'X-Parley-Device': 'd-1' },
    timers,
    random: () => 0.5,
  });
  const events = [];
  for (const type of ['up', 'down']) socket.addEventListener(type, () => events.push(type));
  return { socket, made, timers, events };
}

const BYE = 'BYE sip:b@x SIP/2.0\r\nCSeq: 2 BYE\r\n\r\n';
const REGISTER = 'REGISTER sip:x SIP/2.0\r\nCSeq: 1 REGISTER\r\n\r\n';

test('sipML5 hears of the first connection only, and never of its loss', () => {
  const { socket, made, timers, events } = setUp();
  socket.onopen = mock.fn();
  socket.onclose = mock.fn();
  made[0].open();
  made[0].drop();
  timers.run((wait) => wait < 1000);
  made[1].open();
  assert.equal(socket.onopen.mock.callCount(), 1);
  assert.equal(socket.onclose.mock.callCount(), 0);
  assert.deepEqual(events, ['up', 'down', 'up']);
});

test('a hang-up without a connection waits until the registration stands again', () => {
  const { socket, made, timers } = setUp();
  made[0].open();
  socket.release();
  made[0].drop();
  socket.send(BYE);
  socket.send(REGISTER);
  timers.run((wait) => wait < 1000);
  made[1].open();
  assert.deepEqual(made[1].sent, []);
  socket.release();
  assert.equal(made[1].sent.length, 1);
  assert.match(made[1].sent[0], /^BYE /);
});

test('registering and answering need no registration', () => {
  const { socket, made } = setUp();
  made[0].open();
  socket.send(REGISTER);
  socket.send('SIP/2.0 200 OK\r\nCSeq: 3 OPTIONS\r\n\r\n');
  assert.equal(made[0].sent.length, 2);
});

test('every message carries the device, once', () => {
  const { socket, made } = setUp();
  made[0].open();
  socket.send(REGISTER);
  assert.equal(made[0].sent[0].split('X-Parley-Device: d-1').length, 2);
});

test('what comes in is a byte string, and may be kept from sipML5', () => {
  const { socket, made } = setUp();
  socket.onmessage = mock.fn();
  made[0].open();
  made[0].onmessage({ data: 'MESSAGE sip:a SIP/2.0\r\n\r\né' });
  assert.equal(socket.onmessage.mock.calls[0].arguments[0].data.slice(-2), '\u00c3\u00a9');
  socket.addEventListener('frame', (event) => event.preventDefault());
  made[0].onmessage({ data: 'OPTIONS sip:a SIP/2.0\r\n\r\n' });
  made[0].onmessage({ data: '\r\n\r\n' });
  assert.equal(socket.onmessage.mock.callCount(), 1);
});

test('a connection that does not answer is replaced at once, one that does is kept', () => {
  let now = 1000;
  mock.method(Date, 'now', () => now);
  const { socket, made, timers, events } = setUp();
  made[0].open();
  now = 2000;
  socket.probe();
  assert.match(made[0].sent[0], /^OPTIONS/);
  now = 2100;
  made[0].onmessage({ data: 'SIP/2.0 200 OK\r\nCSeq: 1 OPTIONS\r\n\r\n' });
  timers.run((wait) => wait === 5000);
  assert.equal(made.length, 1);
  now = 9000;
  socket.probe();
  now = 14000;
  timers.run((wait) => wait === 5000);
  mock.restoreAll();
  assert.equal(made.length, 2);
  assert.deepEqual(events, ['up', 'down']);
});

test('waiting times grow, stay below half a minute, and differ', () => {
  const backoff = new Backoff(() => 1);
  const waits = Array.from({ length: 14 }, () => backoff.next());
  assert.equal(waits[0], 200);
  assert.equal(Math.max(...waits), 30000);
  assert.deepEqual([...waits].sort((a, b) => a - b), waits);
  assert.equal(new Backoff(() => 0).next(), 100);
  backoff.reset();
  assert.equal(backoff.next(), 200);
});

test('nothing is tried after close', () => {
  const { socket, made, timers } = setUp();
  socket.onclose = mock.fn();
  made[0].open();
  socket.close();
  timers.run();
  assert.equal(made.length, 1);
  assert.equal(socket.onclose.mock.callCount(), 1);
});
