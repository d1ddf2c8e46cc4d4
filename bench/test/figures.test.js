import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, median, percentile } from '../lib/figures.js';

test('a median lies between the two middle values', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([9]), 9);
});

test('a percentile is interpolated', () => {
  assert.equal(percentile([0, 10], 95), 9.5);
});

test('nothing measured is an error, not a figure', () => {
  assert.throws(() => median([]), /no values/);
});

test('an aim of the ratio is compared with the baseline', () => {
  const measured = { figure: 240, unit: 'ms', baseline: 100, aim: { of: 'ratio', atMost: 2 } };
  const result = line('ready', measured, 'bin/parley bench ready');
  assert.equal(result.ratio, 2.4);
  assert.equal(result.aim, 'ratio <= 2');
  assert.equal(result.met, false);
});

test('an aim may be a least figure, and there may be none', () => {
  const least = { figure: 0.9, unit: 'x', aim: { of: 'figure', atLeast: 0.8 } };
  assert.equal(line('register', least, '').met, true);
  assert.equal(line('idle', { figure: 1, unit: 'kB' }, '').met, null);
});
