// Where a picture lies under a square window: its scale and its offset, always covering the window.

/** A picture of this size as large as needed, in the middle. */
export function begin(width, height, side) {
  return { width, height, side, zoom: 1, x: 0.5, y: 0.5 };
}

/** `x` and `y` say which point of the picture lies in the middle of the window, from 0 to 1. */
export function move(crop, dx, dy) {
  const { scale } = place(crop);
  return settle({ ...crop, x: crop.x - dx / (crop.width * scale), y: crop.y - dy / (crop.height * scale) });
}

export function zoom(crop, factor) {
  return settle({ ...crop, zoom: Math.min(4, Math.max(1, factor)) });
}

/** How to draw it: scale and left upper corner. */
export function place({ width, height, side, zoom: factor, x, y }) {
  const scale = (side / Math.min(width, height)) * factor;
  return { scale, left: side / 2 - x * width * scale, top: side / 2 - y * height * scale };
}

function settle(crop) {
  const { scale } = place(crop);
  const within = (value, length) => {
    const margin = crop.side / 2 / (length * scale);
    return Math.min(1 - margin, Math.max(margin, value));
  };
  return { ...crop, x: within(crop.x, crop.width), y: within(crop.y, crop.height) };
}
