// Times as people say them. `now` and the locale are parameters, so that tests are facts.
import { text } from './texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER = 15 * MINUTE;
const MOST_DAYS = 2000;
const formats = new Map();
const dayKeys = new Map();

let zone;

/** The time zone that the reader chose; none means the browser's. */
export function setZone(name) {
  zone = name || undefined;
  dayKeys.clear();
}

function format(locale, options) {
  const key = [locale, zone, JSON.stringify(options)].join();
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
  return formats.get(key);
}

/** The page's language, with the region that the browser prefers for it. */
export function localeFor(language, preferred = []) {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

export const LOCALE = localeFor(globalThis.document?.documentElement?.lang || 'en', globalThis.navigator?.languages);

export function timeOfDay(date, locale = LOCALE) {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(date));
}

/** The day that the reader's calendar shows at a moment. */
function calendar(moment) {
  const parts = format('en', { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(new Date(moment));
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
}

/**
 * One text for all moments of a day. Kept for each quarter of an hour, where days begin in every time
 * zone: a conversation asks for it several times a message, whenever it is drawn.
 */
export function dayKey(moment) {
  const quarter = Math.floor(new Date(moment) / QUARTER);
  let key = dayKeys.get(quarter);
  if (key === undefined) {
    const { year, month, day } = calendar(moment);
    key = `${year}-${month}-${day}`;
    if (dayKeys.size >= MOST_DAYS) dayKeys.clear();
    dayKeys.set(quarter, key);
  }
  return key;
}

/** Whole days between two moments by the calendar: 0 today, 1 yesterday. */
export function daysAgo(date, now = new Date()) {
  const midnight = (moment) => {
    const { year, month, day } = calendar(moment);
    return Date.UTC(year, month - 1, day);
  };
  return Math.round((midnight(now) - midnight(date)) / (24 * HOUR));
}

/** The heading of a day: "Today", "Yesterday", "Tuesday 3 March". */
export function dayLabel(date, now = new Date(), locale = LOCALE) {
  const days = daysAgo(date, now);
  if (days === 0) return text('time.today');
  if (days === 1) return text('time.yesterday');
  const moment = new Date(date);
  const sameYear = calendar(moment).year === calendar(now).year;
  const options = { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) };
  return format(locale, options).format(moment);
}

/**
 * Short, for lists: "now", "4 min", "16:40", "yesterday 16:40", "Tue", "3 Mar", "3 Mar 2025";
 * `brief` where even "yesterday 16:40" is too long.
 */
export function shortTime(date, now = new Date(), locale = LOCALE, brief = false) {
  const moment = new Date(date);
  const passed = new Date(now) - moment;
  const days = daysAgo(moment, now);
  if (passed < MINUTE && passed > -MINUTE) return text('time.now');
  if (passed > 0 && passed < HOUR) return text('time.minutes', Math.floor(passed / MINUTE));
  if (days === 0) return timeOfDay(moment, locale);
  if (days === 1) return brief ? text('time.yesterday.brief') : text('time.yesterday.at', timeOfDay(moment, locale));
  if (days > 1 && days < 7) return format(locale, { weekday: 'short' }).format(moment);
  const sameYear = calendar(moment).year === calendar(now).year;
  const options = { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) };
  return format(locale, options).format(moment);
}

/** Everything, for the tooltip. */
export function exactTime(date, locale = LOCALE) {
  return format(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(date));
}

/** A running clock: 04:31, 1:02:05. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

/** How long something took, in words: "45 s", "12 min", "1 h 5 min". */
export function lengthText(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return text('time.seconds', whole);
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return text('time.minutes', minutes);
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest ? text('time.hours.minutes', hours, rest) : text('time.hours', hours);
}
