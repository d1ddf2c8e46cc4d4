// Pictures of people, wherever they appear.
import { initials, pictureOf } from '../lib/names.js';
import { h } from './dom.js';

/** A person's picture over their initials, where they have one; it leaves if it does not load. */
export function pictureFor(user, size = 'small') {
  const picture = pictureOf(user);
  if (!picture) return null;
  const base = document.documentElement.dataset.base ?? '';
  const src = `${base}/people/${encodeURIComponent(user)}/picture/${picture}/${size}`;
  const on = { error: ({ target }) => target.remove() };
  return h('img', { class: 'avatar-picture', src, alt: '', decoding: 'async', on });
}

/** Fills an element with a person's initials and their picture, as often as one likes. */
export function drawFace(element, user, name, size = 'small') {
  const sign = [user, name, pictureOf(user)].join(' ');
  if (element.dataset.face === sign) return;
  element.dataset.face = sign;
  const picture = user ? pictureFor(user, size) : null;
  element.replaceChildren(initials(name), ...(picture ? [picture] : []));
}
