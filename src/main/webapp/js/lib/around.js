// Who is around, and how to greet.

const ORDER = { available: 0, 'in-call': 1, conference: 1, busy: 1, away: 2, dnd: 2, offline: 3 };

export function isAround(presence) {
  return presence !== 'offline' && presence !== 'unknown';
}

/** Those who are there first, by name among themselves. */
export function aroundFirst(people, presenceOf) {
  const rank = ({ user }) => ORDER[presenceOf(user)] ?? 3;
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

export function greeting(hour) {
  if (hour < 11 && hour >= 4) return 'morning';
  return hour >= 18 || hour < 4 ? 'evening' : 'day';
}
