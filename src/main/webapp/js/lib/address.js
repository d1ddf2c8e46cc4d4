// What may be dialled: a person's name in this organisation, a full SIP address, a number.

const USER = /^[a-z0-9][a-z0-9._-]{0,63}$/i;
const NUMBER = /^\+?[0-9][0-9 ()/.-]{1,30}$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/i;

/** What to hand to the phone, or null where the text is not an address. */
export function parseAddress(input) {
  const typed = input.trim().replace(/^sips?:/i, '');
  if (!typed) return null;
  if (NUMBER.test(typed) && /\d{2}/.test(typed)) return typed.replace(/[ ()/.-]/g, '');
  const at = typed.indexOf('@');
  if (at < 0) return USER.test(typed) ? typed.toLowerCase() : null;
  const user = typed.slice(0, at);
  const host = typed.slice(at + 1);
  if (!/^[a-z0-9+][a-z0-9._+-]{0,63}$/i.test(user) || !HOST.test(host)) return null;
  return `${user.toLowerCase()}@${host.toLowerCase()}`;
}

/**
 * What the field means: the person whose name or address was typed in full, else an address.
 * `people` are the completions on offer.
 */
export function resolve(input, people = []) {
  const typed = input.trim().toLowerCase();
  if (!typed) return null;
  const same = people.filter((person) => person.name.toLowerCase() === typed);
  if (same.length === 1) return same[0].user;
  const bare = (address = '') => address.replace(/^sip:/, '');
  const known = people.find((person) => [person.user, bare(person.address)].includes(bare(typed)));
  return known ? known.user : parseAddress(input);
}
