// Pictures of people, wherever they appear.
import { pictureOf } from '../lib/names.js';
import { h } from './dom.js';

/** A person's picture over their initials, where they have one; it leaves if it does not load. */
export function pictureFor(user) {
  const picture = pictureOf(user);
  if (!picture) return null;
  const base = document.documentElement.dataset.base ?? '';
  const src = `${base}/people/${encodeURIComponent(user)}/picture/${picture}/small`;
  const on = { error: ({ target }) => target.remove() };
  return h('img', { class: 'avatar-picture', src, alt: '', decoding: 'async', on });
}
