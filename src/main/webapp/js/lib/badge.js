// Unread counts in the window's title and in numbers that fit a badge.

export function badgeText(count) {
  if (!count || count < 0) return '';
  return count > 99 ? '99+' : String(count);
}

/** The title without a count. */
export function bareTitle(title) {
  return title.replace(/^\(\d+\+?\) /, '');
}

/** "(3) Messages · Parley"; a count that was there before is replaced. */
export function titleWith(title, count) {
  const bare = bareTitle(title);
  return count > 0 ? `(${badgeText(count)}) ${bare}` : bare;
}
