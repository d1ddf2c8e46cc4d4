// What a phonebook's address means, and how its lists are asked for. No DOM here.

/** The filter in a query: a group, the favourites, or neither. */
export function bookFilter(search) {
  const query = new URLSearchParams(search);
  const group = Number.parseInt(query.get('group') ?? '', 10);
  return { group: Number.isNaN(group) ? null : group, favourites: query.get('favourites') === '1' };
}

/** The query of a filter, with its question mark; nothing where everything is shown. */
export function bookQuery({ group, favourites }) {
  if (favourites) return '?favourites=1';
  return group === null || group === undefined ? '' : `?group=${group}`;
}

/** The contact of /phonebook/<number>, null for the list, undefined for any other page. */
export function contactOf(path, base = '') {
  const match = /^\/phonebook(?:\/(\d+))?$/.exec(path.slice(base.length));
  if (!match) return undefined;
  return match[1] === undefined ? null : Number(match[1]);
}

/** The line below a name in a list: what they do and where, else how they are reached. */
export function contactLine({ job, organisation, address, email, user }) {
  const work = [job, organisation].filter(Boolean).join(' · ');
  return work || (user ? '' : (address ?? email ?? ''));
}

/** What is dialled of an address of a contact; null where it is for letters. */
export function dialOf({ kind, normalised }) {
  return kind === 'EMAIL' ? null : normalised;
}

/** Where a link to an address of a contact leads. */
export function linkOf({ kind, normalised }) {
  return `${{ SIP: 'sip', TEL: 'tel', EMAIL: 'mailto' }[kind]}:${normalised}`;
}
