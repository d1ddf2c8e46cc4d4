// What people are called, as far as this tab has heard.

const known = new Map();

export function learn(people) {
  for (const { user, name } of people ?? []) if (user && name) known.set(user, name);
}

export function nameOf(user) {
  return known.get(user) ?? user;
}

export function knows(user) {
  return known.has(user);
}

export function initials(name) {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...words[words.length - 1]][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
