// Times on the page: in the reader's words, exact on hover, kept current while they are shown.
import { LOCALE, exactTime, lengthText, shortTime, timeOfDay } from '../lib/time.js';
import { h } from './dom.js';

const EVERY = 30_000;

/** "4 min", kept current; `brief` in narrow lists. */
export function relativeTime(at, brief = false) {
  const data = { relative: brief ? 'brief' : '' };
  return h('time', { class: 'time', datetime: at, title: exactTime(at), text: said(at, brief), data });
}

function said(at, brief) {
  return shortTime(at, new Date(), LOCALE, brief);
}

/** "16:40". */
export function clockTime(at) {
  return h('time', { class: 'time', datetime: at, title: exactTime(at), text: timeOfDay(at) });
}

export function length(seconds) {
  return h('span', { class: 'row-length tabular', text: lengthText(seconds) });
}

/** Tells the server in which time zone this browser is, for the moments that it writes itself. */
export function tellZone() {
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  document.cookie = `PARLEY_ZONE=${zone}; path=/; max-age=31536000; samesite=lax`;
}

/** Says every moment below `root` in the reader's words; a page that the server wrote calls it once. */
export function paintTimes(root) {
  for (const element of root.querySelectorAll('time[data-relative]')) {
    const words = said(element.dateTime, element.dataset.relative === 'brief');
    if (element.textContent !== words) element.textContent = words;
    if (!element.title) element.title = exactTime(element.dateTime);
  }
}

export function keepTimes() {
  const repaint = () => {
    if (!document.hidden) paintTimes(document);
  };
  setInterval(repaint, EVERY);
  document.addEventListener('visibilitychange', repaint);
}
