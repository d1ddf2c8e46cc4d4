import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, move, place, zoom } from '../../../main/webapp/js/lib/crop.js';

const covers = (crop) => {
  const { scale, left, top } = place(crop);
  const near = 1e-6;
  return (
    left <= near && top <= near && left + crop.width * scale >= crop.side - near && top + crop.height * scale >= crop.side - near
  );
};

test('a picture begins in the middle, its short side as long as the window', () => {
  const { scale, left, top } = place(begin(800, 400, 512));
  assert.equal(scale, 1.28);
  assert.equal(left, -256);
  assert.equal(top, 0);
});

test('however it is moved and sized, it covers the window', () => {
  let crop = begin(800, 400, 512);
  for (const [dx, dy] of [[10_000, 10_000], [-10_000, 3], [5, -10_000]]) {
    crop = move(crop, dx, dy);
    assert.ok(covers(crop));
    crop = zoom(crop, crop.zoom + 1.5);
    assert.ok(covers(crop));
  }
  assert.ok(covers(zoom(crop, 0)));
  assert.equal(zoom(crop, 99).zoom, 4);
});

test('a move follows the pointer', () => {
  const crop = zoom(begin(100, 100, 100), 2);
  const before = place(crop);
  const after = place(move(crop, 10, -20));
  assert.equal(Math.round(after.left - before.left), 10);
  assert.equal(Math.round(after.top - before.top), -20);
});
