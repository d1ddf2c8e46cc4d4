// Reads outlines of countries from TopoJSON: arcs that neighbours share, as differences of whole numbers.

function arcsOf({ transform, arcs }) {
  const [scaleX, scaleY] = transform.scale;
  const [x0, y0] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [y * scaleY + y0, x * scaleX + x0];
    });
  });
}

function ringOf(indexes, arcs) {
  const ring = [];
  for (const index of indexes) {
    // ~n is the arc n the other way round; where two arcs meet is one point.
    const points = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    ring.push(...(ring.length ? points.slice(1) : points));
  }
  return ring;
}

/** Without the jump from 180° east to 180° west: what crosses it goes on beyond. */
function unrolled(ring) {
  let turn = 0;
  let before = ring[0][1];
  const points = ring.map(([latitude, longitude]) => {
    if (longitude - before > 180) turn -= 360;
    else if (before - longitude > 180) turn += 360;
    before = longitude;
    return [latitude, longitude + turn];
  });
  // What goes around a pole ends a whole turn from where it began.
  if (turn !== 0) points.push([-90, points.at(-1)[1]], [-90, points[0][1]]);
  return points;
}

/** A polygon as often as it takes to be seen between 180° west and 180° east. */
function onTheMap(rings) {
  const polygon = rings.map(unrolled);
  const longitudes = polygon[0].map(([, longitude]) => longitude);
  const shifted = (turn) => polygon.map((ring) => ring.map(([latitude, longitude]) => [latitude, longitude + turn]));
  const copies = [polygon];
  if (Math.max(...longitudes) > 180) copies.push(shifted(-360));
  if (Math.min(...longitudes) < -180) copies.push(shifted(360));
  return copies;
}

/** [{name, polygons: [[ring, hole, …], …]}] with points as [latitude, longitude]. */
export function outlines(world) {
  const arcs = arcsOf(world);
  return world.countries.map(({ type, name, arcs: shape }) => {
    const polygons = type === 'Polygon' ? [shape] : shape;
    return { name, polygons: polygons.flatMap((rings) => onTheMap(rings.map((ring) => ringOf(ring, arcs)))) };
  });
}
