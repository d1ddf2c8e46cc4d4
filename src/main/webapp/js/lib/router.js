// Which links stay inside the shell, and what a fetched page means. No DOM here.

/** Paths that are not pages of the shell: they leave it, or are not pages at all. */
const OUTSIDE = ['/login', '/logout', '/oauth2/', '/register', '/static/', '/api/', '/events', '/health'];

/** May this link be swapped into the shell? `here` is the present URL, `base` the context path. */
export function staysInside(href, here, base = '') {
  let target;
  try {
    target = new URL(href, here);
  } catch {
    return false;
  }
  const origin = new URL(here).origin;
  if (target.origin !== origin || !target.pathname.startsWith(`${base}/`)) return false;
  const path = target.pathname.slice(base.length);
  return !OUTSIDE.some((prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));
}

/** Only the fragment differs: the browser scrolls by itself. */
export function isFragmentOnly(href, here) {
  const from = new URL(here);
  const to = new URL(href, here);
  return to.hash !== '' && from.origin + from.pathname + from.search === to.origin + to.pathname + to.search;
}

/** Does a click belong to the router, rather than to the browser (new tab, download …)? */
export function isPlainClick(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/**
 * What to do with an answer: 'swap' it in, 'reload' because the session or the release changed,
 * 'leave' for something that is not a page, or 'fail'.
 */
export function verdict({ status, url, type }, base = '') {
  const path = new URL(url).pathname;
  if (status === 401 || path === `${base}/login` || path.startsWith(`${base}/login/`)) return 'reload';
  if (!/^text\/html/i.test(type ?? '')) return status < 400 ? 'leave' : 'fail';
  return status >= 500 ? 'fail' : 'swap';
}

/** Which section of the rail a path belongs to. */
export function sectionOf(path, base = '') {
  const first = path.slice(base.length).split('/')[1] ?? '';
  return first === '' ? 'home' : first;
}

/** The person of /messages/<name>, or null. */
export function personOf(path, base = '') {
  const match = /^\/messages\/([^/]+)$/.exec(path.slice(base.length));
  try {
    return match ? decodeURIComponent(match[1]) : null;
  } catch {
    return null;
  }
}
