import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNews } from '../../../main/webapp/js/lib/sharing.js';

const here = { latitude: 48.1, longitude: 11.5, accuracy: 10, at: 0 };
const further = { latitude: 48.101, longitude: 11.5, accuracy: 10 };
const SECOND = 1000;

test('the first position is news', () => assert.ok(isNews(null, here, 0)));

test('whoever moves is told, but not all the time', () => {
  assert.equal(isNews(here, further, 5 * SECOND), false);
  assert.equal(isNews(here, further, 25 * SECOND), true);
});

test('a device that is unsure has not moved', () => {
  const unsure = { ...further, accuracy: 900 };
  assert.equal(isNews({ ...here, accuracy: 900 }, unsure, 25 * SECOND), false);
});

test('whoever stays says so now and then', () => {
  assert.equal(isNews(here, here, 60 * SECOND), false);
  assert.equal(isNews(here, here, 301 * SECOND), true);
});
