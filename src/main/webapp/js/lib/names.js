// What people are called, as far as this tab has heard.

const known = new Map();

const pictures = new Map();

export function learn(people) {
  for (const { user, name, picture } of people ?? []) {
    if (user && name) known.set(user, name);
    // What says nothing about a picture changes nothing.
    if (user && picture !== undefined) pictures.set(user, picture || null);
  }
}

/** Whether it was heard if they have a picture. */
export function knowsPicture(user) {
  return pictures.has(user);
}

/** The name of a person's picture; null where there is none, or none is known of. */
export function pictureOf(user) {
  return pictures.get(user) ?? null;
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
