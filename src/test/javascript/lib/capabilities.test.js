import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstacle } from '../../../main/webapp/js/lib/capabilities.js';

test('a telephone without picture stands in the way of a video call alone', () => {
  assert.equal(obstacle(['audio', 'message'], { call: true }), null);
  assert.equal(obstacle(['audio', 'message'], { call: true, video: true }), 'video');
  assert.equal(obstacle(['audio'], { write: true }), 'message');
});

test('where nobody knows, nothing stands in the way', () => {
  assert.equal(obstacle(null, { call: true, video: true }), null);
  assert.equal(obstacle(null, { write: true }), null);
});
