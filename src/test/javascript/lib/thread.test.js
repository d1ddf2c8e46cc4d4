import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Thread, rows } from '../../../main/webapp/js/lib/thread.js';

const at = (minute) => `2026-03-03T09:${String(minute).padStart(2, '0')}:00Z`;
const stored = (id, uid, mine, state = 'sent', minute = id) => ({ id, uid, mine, text: uid, sentAt: at(minute), state });
const waiting = (uid, code = null) => ({ uid, text: uid, at: at(30), attempts: 0, code });
const uids = (thread) => thread.items.map(({ uid }) => uid);
const states = (thread) => thread.items.map(({ state }) => state);

test('a message that came live and is fetched again is there once', () => {
  const thread = new Thread();
  assert.equal(thread.fromLive({ id: 'a', text: 'hi', sentAt: at(1) }), true);
  assert.equal(thread.fromLive({ id: 'a', text: 'hi', sentAt: at(1) }), false);
  assert.deepEqual(thread.fromServer([stored(7, 'a', false)]), []);
  assert.deepEqual(uids(thread), ['a']);
  assert.equal(thread.newestId, 7);
});

test('a message that could not be mailed says so until that changes', () => {
  const thread = new Thread();
  thread.fromServer([stored(1, 'a', true)]);
  assert.equal(thread.heard({ uid: 'a', id: 1, state: 'sent', mail: 'failed' }), true);
  assert.equal(thread.items[0].mail, 'failed');
  assert.equal(thread.heard({ uid: 'a', id: 1, state: 'sent', mail: 'sent' }), true);
  assert.equal(thread.items[0].mail, 'sent');
});

test('the order is that of the server, and what it has not told yet follows', () => {
  const thread = new Thread();
  thread.fromLive({ id: 'late', text: '', sentAt: at(1) });
  thread.fromServer([stored(2, 'b', false), stored(1, 'a', true)]);
  assert.deepEqual(uids(thread), ['a', 'b', 'late']);
  thread.fromServer([stored(3, 'c', false), stored(4, 'late', false)]);
  assert.deepEqual(uids(thread), ['a', 'b', 'c', 'late']);
});

test('a message I send is sending, then sent, then as far as the other side says, and never back', () => {
  const thread = new Thread();
  thread.fromOutbox([waiting('a')]);
  assert.deepEqual(states(thread), ['sending']);
  thread.fromOutbox([]);
  assert.deepEqual(states(thread), ['sent']);
  thread.setState('a', 'read');
  thread.setState('a', 'delivered');
  thread.fromServer([stored(1, 'a', true, 'sent')]);
  assert.deepEqual(states(thread), ['read']);
});

test('a message that was stored although its answer was lost is not sending any more', () => {
  const thread = new Thread();
  thread.fromOutbox([waiting('a')]);
  thread.fromServer([stored(1, 'a', true, 'sent')]);
  thread.fromOutbox([waiting('a')]);
  assert.deepEqual(states(thread), ['sent']);
});

test('a refused message says so and leaves when it is discarded', () => {
  const thread = new Thread();
  thread.fromOutbox([waiting('a', 404)]);
  assert.deepEqual(states(thread), ['failed']);
  assert.equal(thread.items[0].code, 404);
  thread.fromOutbox([]);
  assert.equal(thread.isEmpty, true);
});

test('who has read one message has read those before it', () => {
  const thread = new Thread();
  thread.fromServer([stored(1, 'a', true, 'delivered'), stored(2, 'b', true), stored(3, 'c', true)]);
  assert.equal(thread.heard({ uid: 'b', id: 2, state: 'read' }), true);
  assert.deepEqual(states(thread), ['read', 'read', 'sent']);
});

test('the same id from two people is two messages', () => {
  const thread = new Thread();
  thread.fromServer([stored(1, 'a', true), stored(2, 'a', false)]);
  assert.equal(thread.items.length, 2);
});

test('messages of one person within five minutes are one group, and each day begins with its name', () => {
  const items = [
    stored(1, 'a', false, 'sent', 1),
    stored(2, 'b', false, 'sent', 3),
    stored(3, 'c', true, 'sent', 4),
    { ...stored(4, 'd', true), sentAt: '2026-03-04T09:00:00Z' },
  ];
  const drawn = rows(items, (moment) => moment.slice(0, 10));
  assert.deepEqual(
    drawn.map((row) => (row.type === 'day' ? 'day' : `${row.item.uid}${row.first ? ' first' : ''}${row.last ? ' last' : ''}`)),
    ['day', 'a first', 'b last', 'c first last', 'day', 'd first last'],
  );
});

test('ten thousand messages are laid out in well under a second', () => {
  const thread = new Thread();
  thread.fromServer(Array.from({ length: 10_000 }, (_, i) => stored(i + 1, `u${i}`, i % 2 === 0, 'read', i % 60)));
  const started = performance.now();
  assert.equal(rows(thread.items, () => 'day').length, 10_001);
  assert.ok(performance.now() - started < 500);
});
