// Places: how far apart they are, and how a place is made less exact before it leaves this browser. The portal
// does the same again (org.parley.location.Position), so both must agree. No DOM here.
import { text } from './texts.js';

const EARTH = 6_371_008.8;
const FURTHEST_TOWN = 75_000;
const KILOMETRE = 0.01;
const REGION = 0.25;

const radians = (degrees) => (degrees * Math.PI) / 180;
const rounded = (degrees) => Math.round(degrees * 1e5) / 1e5;

/** Metres along the earth's surface between two {latitude, longitude}. */
export function distance(a, b) {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const root = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(root)));
}

function square({ latitude, longitude, accuracy = 0 }, size, radius) {
  const row = Math.min(Math.floor(latitude / size), 90 / size - 1);
  const middle = (row + 0.5) * size;
  const width = size / Math.max(0.01, Math.cos(radians(middle)));
  const across = (Math.floor(longitude / width) + 0.5) * width;
  return {
    latitude: rounded(middle),
    longitude: rounded(Math.max(-180, Math.min(180, across))),
    accuracy: Math.max(radius, Math.ceil(accuracy / 1000) * 1000),
  };
}

/** The nearest of `towns` ([name, latitude, longitude]); null where it is too far to say anything. */
export function nearestTown(place, towns) {
  let nearest = null;
  let least = FURTHEST_TOWN;
  for (const town of towns) {
    // A degree of latitude is 111 km: most towns need no sines.
    if (Math.abs(town[1] - place.latitude) > 0.7) continue;
    const away = distance(place, { latitude: town[1], longitude: town[2] });
    if (away < least) {
      least = away;
      nearest = town;
    }
  }
  return nearest;
}

/** The same place as exact as `detail` says and no more: EXACT, KILOMETRE or TOWN. */
export function coarsen(place, detail, towns = []) {
  if (detail === 'KILOMETRE') return square(place, KILOMETRE, 1000);
  if (detail === 'TOWN') {
    const town = nearestTown(place, towns);
    if (!town) return square(place, REGION, 20_000);
    return { latitude: town[1], longitude: town[2], accuracy: 5000 };
  }
  return {
    latitude: rounded(place.latitude),
    longitude: rounded(place.longitude),
    accuracy: Math.max(1, Math.round(place.accuracy ?? 0)),
  };
}

/** "350 m", "4.2 km", "1,250 km". */
export function distanceText(metres, locale = globalThis.document?.documentElement?.lang || 'en') {
  if (metres < 1000) return text('map.metres', Math.max(10, Math.round(metres / 10) * 10));
  const kilometres = metres / 1000;
  const digits = kilometres < 10 ? 1 : 0;
  return text('map.kilometres', kilometres.toLocaleString(locale, { maximumFractionDigits: digits }));
}
