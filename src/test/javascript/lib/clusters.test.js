import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterSize, gather, thatFit } from '../../../main/webapp/js/lib/clusters.js';

test('what would lie on each other becomes one, and everybody is counted', () => {
  const groups = gather(
    [
      { x: 10, y: 10, count: 1 },
      { x: 20, y: 10, count: 3 },
      { x: 200, y: 10, count: 1 },
    ],
    40,
  );
  assert.deepEqual(groups.map(({ count }) => count), [4, 1]);
  assert.equal(groups[0].x, 17.5);
  assert.equal(groups[0].items.length, 2);
});

test('whoever stands alone stays where they are', () => {
  const [alone] = gather([{ x: 5, y: 6, count: 1, name: 'Bob' }], 40);
  assert.deepEqual([alone.x, alone.y, alone.items[0].name], [5, 6, 'Bob']);
});

test('labels that touch an earlier one are left out', () => {
  const labels = [
    { x: 100, y: 100, width: 60, words: 'Munich' },
    { x: 120, y: 104, width: 50, words: 'Haar' },
    { x: 300, y: 100, width: 60, words: 'Vienna' },
  ];
  assert.deepEqual(thatFit(labels, 10).map(({ words }) => words), ['Munich', 'Vienna']);
  assert.equal(thatFit(labels, 1).length, 1);
});

test('circles grow with the number, and not without end', () => {
  assert.ok(clusterSize(2) < clusterSize(200));
  assert.equal(clusterSize(100_000_000), 64);
});
