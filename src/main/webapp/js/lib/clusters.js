// Which people a map shows together, and which names of towns it has room for. Places are pixels. No DOM here.

/**
 * Puts together what would lie on each other: `items` are {x, y, count, …}; answers [{x, y, count, items}], the
 * largest first. Who stands alone keeps their place.
 */
export function gather(items, room) {
  const groups = [];
  for (const item of [...items].sort((a, b) => b.count - a.count)) {
    const near = groups.find((group) => Math.hypot(group.x - item.x, group.y - item.y) < room);
    if (!near) {
      groups.push({ x: item.x, y: item.y, count: item.count, items: [item] });
      continue;
    }
    const count = near.count + item.count;
    near.x = (near.x * near.count + item.x * item.count) / count;
    near.y = (near.y * near.count + item.y * item.count) / count;
    near.count = count;
    near.items.push(item);
  }
  return groups;
}

/** The first of `labels` ({x, y, width}) that do not touch an earlier one; at most `most`. */
export function thatFit(labels, most, height = 20) {
  const taken = [];
  for (const label of labels) {
    if (taken.length >= most) break;
    const free = taken.every(
      (other) => Math.abs(other.y - label.y) > height || Math.abs(other.x - label.x) > (other.width + label.width) / 2 + 12,
    );
    if (free) taken.push(label);
  }
  return taken;
}

/** How large a circle for so many people is, in pixels. */
export function clusterSize(count) {
  return Math.round(Math.min(64, 36 + 8 * Math.log10(count)));
}
