// When a browser that shares where it is tells a newer position. No DOM here.
import { distance } from './place.js';

const SOONEST = 20_000;
const STILL_THERE = 5 * 60_000;
const MOVED = 25;

/**
 * Is `next` worth telling, when `last` ({latitude, longitude, accuracy, at}) was told before? Whoever stays where
 * they are says so now and then, so that others see how fresh it is.
 */
export function isNews(last, next, now) {
  if (!last) return true;
  const passed = now - last.at;
  if (passed < SOONEST) return false;
  if (passed >= STILL_THERE) return true;
  return distance(last, next) > Math.max(MOVED, Math.min(last.accuracy ?? 0, next.accuracy ?? 0) / 2);
}
