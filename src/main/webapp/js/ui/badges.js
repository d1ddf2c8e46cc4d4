// Unread messages and missed calls: numbers on the rail, in the window's title and its icon.
import { badgeText, titleWith } from '../lib/badge.js';
import { getJson } from '../lib/http.js';
import { serial, spaced } from '../lib/once.js';
import { events } from './session.js';

/** Most people share nothing: what shows that they do comes when it is needed. */
const showSharing = () => import('./sharing.js').then(({ keepSharing }) => keepSharing());

let unread = 0;

function paintBadge(name, count) {
  const words = badgeText(count);
  for (const badge of document.querySelectorAll(`[data-badge="${name}"]`)) {
    badge.textContent = words;
    badge.hidden = words === '';
  }
}

function paintIcon(count) {
  const link = document.querySelector('link[rel="icon"]');
  const folder = document.documentElement.dataset.assets;
  const wanted = `${folder}/img/${count > 0 ? 'parley-unread' : 'parley'}.svg`;
  if (link && link.getAttribute('href') !== wanted) link.setAttribute('href', wanted);
}

/** The router calls this with each new page's title. */
export function setTitle(title) {
  document.title = titleWith(title, unread);
}

const fetchCounts = serial(async () => {
  try {
    const summary = await getJson('/api/summary');
    unread = summary.unread;
    paintBadge('unread', summary.unread);
    paintBadge('missed', summary.missed);
    paintIcon(summary.unread);
    setTitle(document.title);
    if (summary.sharing) showSharing();
  } catch {
    // The numbers stay as they were; the next event asks again.
  }
});

export const refreshBadges = spaced(fetchCounts, 80, 1000);

export function keepBadges() {
  for (const type of ['read', 'call', 'resync']) events.addEventListener(type, refreshBadges);
  events.addEventListener('location', showSharing, { once: true });
  events.addEventListener('message', ({ detail }) => detail.mine || refreshBadges());
  fetchCounts();
}
