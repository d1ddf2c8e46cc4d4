// The words of the portal, as the server wrote them into the page (message keys below "js.").

let words = {};

export function setTexts(object) {
  words = object ?? {};
}

function said(value) {
  if (typeof value !== 'number') return value;
  return value.toLocaleString(globalThis.document?.documentElement?.lang || 'en');
}

/** The text of a key with {0}, {1} … filled in; a key that is missing shows itself. */
export function text(key, ...values) {
  const pattern = words[key];
  if (pattern === undefined) return key;
  return pattern.replace(/\{(\d+)\}/g, (mark, index) => said(values[index]) ?? mark);
}

/** One key for a single thing, another for any other number: `key.one`, `key.other`. */
export function countText(key, count) {
  return text(`${key}.${count === 1 ? 'one' : 'other'}`, count);
}

export function hasText(key) {
  return words[key] !== undefined;
}
