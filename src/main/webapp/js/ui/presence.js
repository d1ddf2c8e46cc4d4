// Presence dots and words anywhere on the page, kept true. Elements with data-account get
// data-presence and the word; the phone watches those people who are on the page.
import { phone } from '../phone/index.js';
import { settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { h } from './dom.js';

const LIMIT = 50;

export function presenceOf(user) {
  const heard = phone.presenceOf(user);
  return !heard || heard === 'unknown' ? 'offline' : heard;
}

export function presenceDot(user) {
  const dot = h('span', { class: 'presence', role: 'img', data: { testid: 'presence', account: user } });
  paintDot(dot);
  return dot;
}

export function presenceWord(user) {
  return h('span', { data: { presenceWord: user }, text: text(`presence.${presenceOf(user)}`) });
}

function paintDot(dot) {
  const presence = presenceOf(dot.dataset.account);
  const word = text(`presence.${presence}`);
  if (dot.dataset.presence === presence && dot.getAttribute('aria-label') === word) return;
  dot.dataset.presence = presence;
  dot.setAttribute('aria-label', word);
  dot.title = word;
}

function paintWord(element) {
  const word = text(`presence.${presenceOf(element.dataset.presenceWord)}`);
  if (element.textContent !== word) element.textContent = word;
}

function paint(user) {
  const name = CSS.escape(user);
  document.querySelectorAll(`[data-testid="presence"][data-account="${name}"]`).forEach(paintDot);
  document.querySelectorAll(`[data-presence-word="${name}"]`).forEach(paintWord);
}

function shownPeople() {
  const dots = document.querySelectorAll('[data-testid="presence"][data-account]');
  return [...new Set([...dots].map((dot) => dot.dataset.account).filter(Boolean))].slice(0, LIMIT);
}

/** Starts watching whoever appears on the page. */
export function keepPresence() {
  let watched = '';
  const look = settle(() => {
    const people = shownPeople();
    const key = [...people].sort().join(' ');
    if (key === watched) return;
    watched = key;
    phone.watch(people);
    people.forEach(paint);
  }, 30);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  phone.addEventListener('presence', ({ detail }) => paint(detail.user));
  look();
}
