import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aroundFirst, greeting } from '../../../main/webapp/js/lib/around.js';
import { badgeText, titleWith } from '../../../main/webapp/js/lib/badge.js';
import { byDay, filterOf, mergeCalls } from '../../../main/webapp/js/lib/calls.js';
import { findEmoji } from '../../../main/webapp/js/lib/emoji.js';
import { WORDS } from '../../../main/webapp/js/lib/emoji-de.js';
import { initials } from '../../../main/webapp/js/lib/names.js';
import { mergeTalks, withMessage, withUnread } from '../../../main/webapp/js/lib/talks.js';

test('a new message brings its conversation to the top', () => {
  const talks = [
    { user: 'bob', lastAt: '2026-03-03T10:00:00Z', unread: 0 },
    { user: 'carol', lastAt: '2026-03-03T09:00:00Z', unread: 1 },
  ];
  const after = withMessage(talks, { user: 'carol', text: 'hi', at: '2026-03-03T11:00:00Z', mine: false, unread: true });
  assert.deepEqual(after.map(({ user, unread }) => [user, unread]), [['carol', 2], ['bob', 0]]);
});

test('my own message leaves what is unread as it is, and a first one begins a conversation', () => {
  const after = withMessage([], { user: 'bob', name: 'Bob', text: 'hi', at: '2026-03-03T11:00:00Z', mine: true });
  assert.deepEqual(after, [{ user: 'bob', name: 'Bob', unread: 0, lastText: 'hi', lastAt: '2026-03-03T11:00:00Z', lastMine: true }]);
});

test('what the server says of a conversation replaces what was shown', () => {
  const shown = [{ user: 'bob', lastAt: '2026-03-03T10:00:00Z', unread: 5 }, { user: 'old', lastAt: '2026-01-01T00:00:00Z' }];
  const merged = mergeTalks(shown, [{ user: 'bob', lastAt: '2026-03-03T10:00:00Z', unread: 0 }]);
  assert.deepEqual(merged.map(({ user, unread }) => [user, unread]), [['bob', 0], ['old', undefined]]);
});

test('new calls join at the top and known ones are renewed', () => {
  const merged = mergeCalls([{ id: 2, kind: 'outgoing' }, { id: 1 }], [{ id: 3 }, { id: 2, kind: 'failed' }]);
  assert.deepEqual(merged, [{ id: 3 }, { id: 2, kind: 'failed' }, { id: 1 }]);
});

test('calls lie under their days', () => {
  const calls = [{ startedAt: '2026-03-03T10:00' }, { startedAt: '2026-03-03T09:00' }, { startedAt: '2026-03-02T09:00' }];
  assert.deepEqual(byDay(calls, (at) => at.slice(0, 10)).map(({ day, calls: those }) => [day, those.length]), [['2026-03-03', 2], ['2026-03-02', 1]]);
});

test('a filter that does not exist filters nothing', () => {
  assert.deepEqual(filterOf('?kind=missed&person=bob'), { kind: 'missed', person: 'bob' });
  assert.deepEqual(filterOf('?kind=x&person=%20'), { kind: null, person: null });
});

test('who is there comes first', () => {
  const people = [{ user: 'a', name: 'Anna' }, { user: 'b', name: 'Bob' }, { user: 'c', name: 'Cem' }];
  const presence = { a: 'offline', b: 'away', c: 'available' };
  assert.deepEqual(aroundFirst(people, (user) => presence[user]).map(({ user }) => user), ['c', 'b', 'a']);
  assert.deepEqual([6, 13, 20, 2].map(greeting), ['morning', 'day', 'evening', 'evening']);
});

test('counts fit a badge and the title', () => {
  assert.deepEqual([0, 3, 250, undefined].map(badgeText), ['', '3', '99+', '']);
  assert.equal(titleWith('(2) Messages · Parley', 100), '(99+) Messages · Parley');
  assert.equal(titleWith('(99+) Messages · Parley', 0), 'Messages · Parley');
});

test('emoji are found by the beginning of a word', () => {
  assert.ok(findEmoji('thumb').some(([emoji]) => emoji === '👍'));
  assert.deepEqual(findEmoji('nothing like this'), []);
  assert.ok(findEmoji('').length > 200);
});

test('emoji are found by German words too, and each has some', () => {
  assert.equal(WORDS.length, findEmoji('').length);
  assert.deepEqual(findEmoji('daumen hoch', WORDS), [['👍', 'Daumen hoch,ja gut gefällt']]);
  assert.deepEqual(findEmoji('thumbs up', WORDS), [['👍', 'Daumen hoch,ja gut gefällt']]);
  assert.deepEqual(findEmoji('japan', WORDS), [['🇯🇵', 'Japan,Flagge']]);
});

test('a picture shows the first letters of a name', () => {
  assert.deepEqual(['Bob Baker', 'admin', 'Åsa von Öst', ''].map(initials), ['BB', 'A', 'ÅÖ', '']);
});

test('the number of unread messages that the server tells replaces the one that was counted', () => {
  const at = '2026-03-03T09:00:00Z';
  const talks = [{ user: 'bob', name: 'Bob', lastText: 'a', lastAt: at, lastMine: false, unread: 1 }];
  const [bob] = withMessage(talks, { user: 'bob', name: 'Bob', text: 'b', at, mine: false, unread: 1 });
  assert.deepEqual([bob.unread, bob.lastText], [1, 'b']);
  assert.equal(withUnread([bob, { user: 'carol', unread: 3 }], 'bob', 0)[0].unread, 0);
});
