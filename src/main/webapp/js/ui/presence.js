// Presence dots and words anywhere on the page, kept true. Elements with data-account get
// data-presence and the word; those with data-presence-word the word, those with data-presence-since
// also since when.
import { phone } from '../phone/index.js';
import { Activity } from '../lib/activity.js';
import { obstacle } from '../lib/capabilities.js';
import { nameOf } from '../lib/names.js';
import { settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { daysAgo, shortTime, timeOfDay } from '../lib/time.js';
import { h } from './dom.js';
import { events, presences } from './session.js';

const LIMIT = 1000;
const LOOK = 5000;
/** A timer that comes so much too late was asleep with its machine. */
const SLEPT = 20_000;
const AGAIN = 30_000;

export function presenceOf(user) {
  return presences.of(user).presence;
}

/** "In a call since 14:05", "Offline, last seen yesterday 16:40". */
export function presenceDetail(user) {
  const { presence, since } = presences.of(user);
  const word = text(`presence.${presence}`);
  if (!since || presence === 'available' || presence === 'unknown') return word;
  return text(presence === 'offline' ? 'presence.seen' : 'presence.since', word, moment(since));
}

/** "14:05", "yesterday 16:40", "Tue". */
export function moment(at) {
  return daysAgo(at) === 0 ? timeOfDay(at) : shortTime(at);
}

export function presenceDot(user) {
  const dot = h('span', { class: 'presence', role: 'img', data: { testid: 'presence', account: user } });
  paintDot(dot);
  return dot;
}

export function presenceWord(user) {
  return h('span', { data: { presenceWord: user }, text: text(`presence.${presenceOf(user)}`) });
}

/** The word, and since when. */
export function presenceLine(user) {
  return h('span', { data: { presenceSince: user }, text: presenceDetail(user) });
}

function paintDot(dot) {
  const presence = presenceOf(dot.dataset.account);
  const word = text(`presence.${presence}`);
  const title = presenceDetail(dot.dataset.account);
  if (dot.dataset.presence !== presence) dot.dataset.presence = presence;
  if (dot.getAttribute('aria-label') !== word) dot.setAttribute('aria-label', word);
  if (dot.title !== title) dot.title = title;
}

function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function paint(user) {
  const name = CSS.escape(user);
  document.querySelectorAll(`[data-testid="presence"][data-account="${name}"]`).forEach(paintDot);
  document
    .querySelectorAll(`[data-presence-word="${name}"]`)
    .forEach((element) => say(element, text(`presence.${presenceOf(user)}`)));
  document.querySelectorAll(`[data-presence-since="${name}"]`).forEach((element) => say(element, presenceDetail(user)));
  dim(user, name);
}

/** Buttons for what somebody's devices cannot take are dimmed, and say why. */
function dim(user, name) {
  const { can } = presences.of(user);
  for (const button of document.querySelectorAll(`[data-call="${name}"], [data-write="${name}"]`)) {
    const { call, write, video } = button.dataset;
    const why = obstacle(can, { call: call === user, write: write === user, video: video === 'true' });
    if ((button.dataset.cannot ?? null) === why) continue;
    if (button.dataset.cannot === undefined) button.dataset.title = button.title;
    button.classList.toggle('is-dimmed', why !== null);
    button.title = why ? text(`presence.cannot.${why}`, nameOf(user)) : button.dataset.title;
    if (why) button.dataset.cannot = why;
    else delete button.dataset.cannot;
    if (why && why !== 'message') button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

function shownPeople() {
  const shown = document.querySelectorAll('[data-testid="presence"][data-account], [data-presence-since]');
  const names = [...shown].map(({ dataset }) => dataset.account ?? dataset.presenceSince);
  return [...new Set(names.filter(Boolean))].slice(0, LIMIT);
}

/** Starts watching whoever appears on the page. */
export function keepPresence() {
  let watched = '';
  const look = settle(() => {
    const people = shownPeople();
    people.forEach(paint);
    const key = [...people].sort().join(' ');
    if (key === watched) return;
    watched = key;
    presences.watch(people);
  }, 30);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  presences.addEventListener('presence', ({ detail }) => paint(detail.user));
  events.addEventListener('presence', ({ detail }) => presences.hear(detail));
  events.addEventListener('resync', () => presences.refresh());
  events.addEventListener('lost', () => presences.lose());
  window.addEventListener('online', () => events.reopen());
  setInterval(() => shownPeople().forEach(paint), AGAIN);
  keepIdle();
  look();
}

/** Tells the core when nobody is at this browser, and notices that the machine slept. */
function keepIdle() {
  const activity = new Activity({ storage: localStorage });
  let lookedAt = Date.now();
  const look = () => {
    if (phone.isLeader) phone.setIdle(activity.isIdle(presences.own.awayMinutes));
  };
  const touched = () => {
    activity.touch();
    look();
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart']) {
    window.addEventListener(type, touched, { passive: true, capture: true });
  }
  window.addEventListener('storage', ({ key }) => Activity.isNote(key) && look());
  phone.addEventListener('lead', look);
  setInterval(() => {
    if (Date.now() - lookedAt > SLEPT) events.reopen();
    lookedAt = Date.now();
    look();
  }, LOOK);
  touched();
  phone.ownPresence = presences.own.choice;
  presences.addEventListener('own', ({ detail }) => {
    phone.ownPresence = detail.choice;
    look();
  });
}
