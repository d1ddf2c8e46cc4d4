// The list of conversations: newest first, each person once.

function newestFirst(a, b) {
  return new Date(b.lastAt) - new Date(a.lastAt);
}

/** What the server says replaces what is shown of the same people; the others stay. */
export function mergeTalks(shown, heard) {
  const fresh = new Set(heard.map(({ user }) => user));
  return [...heard, ...shown.filter(({ user }) => !fresh.has(user))].sort(newestFirst);
}

/**
 * A message came or is being sent: its conversation moves to the top. `unread` tells whether it counts as
 * unread, or, as a number, how many there are.
 */
export function withMessage(talks, { user, name, text, at, mine, unread = false }) {
  const known = talks.find((talk) => talk.user === user);
  const talk = {
    ...(known ?? { user, name, unread: 0 }),
    lastText: text,
    lastAt: at,
    lastMine: mine,
    unread: unreadAfter(known?.unread ?? 0, mine, unread),
  };
  return [talk, ...talks.filter((each) => each.user !== user)].sort(newestFirst);
}

/** So many messages of a person are not read. */
export function withUnread(talks, user, unread) {
  return talks.map((talk) => (talk.user === user ? { ...talk, unread } : talk));
}

function unreadAfter(before, mine, unread) {
  if (typeof unread === 'number') return unread;
  return before + (unread && !mine ? 1 : 0);
}
