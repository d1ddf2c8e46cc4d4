// What the command palette offers for what was typed, and what a key means. No DOM here.
import { parseAddress } from './address.js';

const SHOWN = 7;

function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Does each word that was typed begin a word of `label`? */
export function fits(typed, label) {
  const words = fold(label).split(/[^\p{L}\p{N}]+/u);
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** The number or address that was typed; null for what is only a word, which may be half a name. */
export function typedAddress(typed) {
  const address = parseAddress(typed);
  return address && /[@\d]/.test(address) && (address.includes('@') || /^\+?\d+$/.test(address)) ? address : null;
}

/**
 * Groups of what can be chosen: [{group, entries: [{kind, …}]}]. `places` and `actions` are {label, …};
 * without words they stand there as they are, behind the people one talked with last.
 */
export function offer({ typed, people = [], contacts = [], places = [], actions = [] }) {
  const words = typed.trim();
  const address = words ? typedAddress(words) : null;
  const known = people.some(({ user }) => user === address || address?.startsWith(`${user}@`));
  // Whom one cannot call is no choice, and a colleague is found among the people.
  const isOther = ({ user, address: dialled, blocked }) => dialled && !blocked && !people.some((person) => person.user === user);
  const chosen = (all) => (words ? all.filter(({ label }) => fits(words, label)).slice(0, SHOWN) : all);
  return [
    { group: words ? 'people' : 'recent', entries: people.slice(0, SHOWN).map((person) => ({ kind: 'person', ...person })) },
    { group: 'contacts', entries: contacts.filter(isOther).slice(0, SHOWN).map((contact) => ({ ...contact, kind: contact.user ? 'person' : 'contact' })) },
    { group: 'address', entries: address && !known ? [{ kind: 'address', address }] : [] },
    { group: 'places', entries: chosen(places).map((place) => ({ kind: 'place', ...place })) },
    { group: 'actions', entries: chosen(actions).map((action) => ({ kind: 'action', ...action })) },
  ].filter(({ entries }) => entries.length > 0);
}

/** What Enter with these keys does with an entry: write, call, video, go, run; null where it does nothing. */
export function actOf({ kind }, { shiftKey = false, altKey = false } = {}) {
  if (kind === 'place') return 'go';
  if (kind === 'action') return 'run';
  if (altKey) return 'video';
  if (shiftKey) return 'call';
  return kind === 'person' ? 'write' : 'call';
}

/** What tells one entry from another. */
export function keyOf({ kind, user, address, label, id }) {
  return [kind, user ?? address ?? label ?? id].join(' ');
}

/** The keys that are told beside what is chosen, in this order. */
export function keysOf({ kind }) {
  if (kind === 'person') return ['write', 'call', 'video'];
  if (kind === 'place' || kind === 'action') return [kind === 'place' ? 'go' : 'run'];
  return ['call', 'video'];
}
