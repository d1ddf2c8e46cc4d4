import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlines } from '../../../main/webapp/js/lib/outlines.js';

test('neighbours share an arc, read from either end', () => {
  const world = {
    transform: { scale: [1, 2], translate: [-10, -20] },
    // The border goes north; one country lies west of it, one east.
    arcs: [
      [[10, 10], [0, 5]],
      [[10, 15], [-5, 0], [0, -5], [5, 0]],
      [[10, 10], [5, 0], [0, 5], [-5, 0]],
    ],
    countries: [
      { type: 'Polygon', name: 'West', arcs: [[0, 1]] },
      { type: 'MultiPolygon', name: 'East', arcs: [[[2, ~0]]] },
    ],
  };
  const [west, east] = outlines(world);
  assert.deepEqual(west.polygons[0][0], [[0, 0], [10, 0], [10, -5], [0, -5], [0, 0]]);
  assert.deepEqual(east.polygons[0][0], [[0, 0], [0, 5], [10, 5], [10, 0], [0, 0]]);
});

test('what crosses the far meridian is drawn at both edges of the map, and not across it', () => {
  const world = {
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: [[[170, 60], [10, 0], [-350, 0], [0, 10], [350, 0], [-10, 0], [0, -10]]],
    countries: [{ type: 'Polygon', name: 'Far', arcs: [[0]] }],
  };
  const [{ polygons }] = outlines(world);
  assert.equal(polygons.length, 2);
  for (const [ring] of polygons) {
    const longitudes = ring.map(([, longitude]) => longitude);
    assert.equal(Math.max(...longitudes) - Math.min(...longitudes), 20);
  }
});
