import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTexts } from '../../../main/webapp/js/lib/texts.js';
import { clock, dayLabel, daysAgo, lengthText, shortTime } from '../../../main/webapp/js/lib/time.js';

setTexts({
  'time.now': 'now',
  'time.today': 'Today',
  'time.yesterday': 'Yesterday',
  'time.yesterday.at': 'yesterday {0}',
  'time.seconds': '{0} s',
  'time.minutes': '{0} min',
  'time.hours': '{0} h',
  'time.hours.minutes': '{0} h {1} min',
});
const now = new Date(2026, 2, 4, 15, 30, 0);

test('times are said as people say them', () => {
  const said = (date) => shortTime(date, now, 'en-GB');
  assert.equal(said(new Date(2026, 2, 4, 15, 29, 40)), 'now');
  assert.equal(said(new Date(2026, 2, 4, 15, 28)), '2 min');
  assert.equal(said(new Date(2026, 2, 4, 9, 5)), '09:05');
  assert.equal(said(new Date(2026, 2, 3, 16, 40)), 'yesterday 16:40');
  assert.equal(said(new Date(2026, 1, 28, 16, 40)), 'Sat');
  assert.equal(said(new Date(2026, 0, 3)), '3 Jan');
  assert.equal(said(new Date(2025, 0, 3)), '3 Jan 2025');
});

test('days are counted by the calendar, not by hours', () => {
  assert.equal(daysAgo(new Date(2026, 2, 3, 23, 59), new Date(2026, 2, 4, 0, 1)), 1);
  assert.equal(daysAgo(new Date(2026, 2, 4, 0, 1), new Date(2026, 2, 4, 23, 59)), 0);
});

test('a day has a name', () => {
  assert.equal(dayLabel(now, now), 'Today');
  assert.equal(dayLabel(new Date(2026, 2, 3), now), 'Yesterday');
  assert.equal(dayLabel(new Date(2026, 1, 20), now, 'en-GB'), 'Friday 20 February');
});

test('clocks and lengths', () => {
  assert.deepEqual([0, 271, 3725].map(clock), ['00:00', '04:31', '1:02:05']);
  assert.deepEqual([45, 720, 3600, 3900].map(lengthText), ['45 s', '12 min', '1 h', '1 h 5 min']);
});
