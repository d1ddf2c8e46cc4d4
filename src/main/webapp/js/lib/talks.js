// The list of conversations: newest first, each person once.

function newestFirst(a, b) {
  return new Date(b.lastAt) - new Date(a.lastAt);
}

/** What the server says replaces what is shown of the same people; the others stay. */
export function mergeTalks(shown, heard) {
  const fresh = new Set(heard.map(({ user }) => user));
  return [...heard, ...shown.filter(({ user }) => !fresh.has(user))].sort(newestFirst);
}

/** A message came or is being sent: its conversation moves to the top. */
export function withMessage(talks, { user, name, text, at, mine, unread = false }) {
  const known = talks.find((talk) => talk.user === user);
  const talk = {
    ...(known ?? { user, name, unread: 0 }),
    lastText: text,
    lastAt: at,
    lastMine: mine,
    unread: mine ? (known?.unread ?? 0) : (known?.unread ?? 0) + (unread ? 1 : 0),
  };
  return [talk, ...talks.filter((each) => each.user !== user)].sort(newestFirst);
}
