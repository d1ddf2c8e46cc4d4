// Calls in words and pictures.
import { dayKey, exactTime, lengthText } from './time.js';
import { text } from './texts.js';

const ICONS = {
  incoming: 'telephone-inbound',
  outgoing: 'telephone-outbound',
  missed: 'telephone-x',
  declined: 'telephone-minus',
  failed: 'telephone-x',
  elsewhere: 'telephone-forward',
};

export const KINDS = Object.keys(ICONS);

export function kindIcon(kind, video = false) {
  if (video && (kind === 'incoming' || kind === 'outgoing')) return 'camera-video';
  return ICONS[kind] ?? 'telephone';
}

/** Everything about a call in one sentence, for tooltips. */
export function callTitle({ kind, startedAt, durationSeconds, reason }) {
  const parts = [text(`history.kind.${kind}`), exactTime(startedAt)];
  if (durationSeconds > 0) parts.push(lengthText(durationSeconds));
  if (reason) parts.push(reason);
  return parts.join(', ');
}

/** Puts calls under the days they began on: [{day, calls}], in the order given. */
export function byDay(calls, dayOf = dayKey) {
  const days = [];
  for (const call of calls) {
    const day = dayOf(call.startedAt);
    if (days.at(-1)?.day !== day) days.push({ day, at: call.startedAt, calls: [] });
    days.at(-1).calls.push(call);
  }
  return days;
}

/** A refreshed first page laid over what is shown: newer ones join at the top, known ones are renewed. */
export function mergeCalls(shown, newest) {
  const fresh = new Map(newest.map((call) => [call.id, call]));
  const known = new Set(shown.map(({ id }) => id));
  const added = newest.filter(({ id }) => !known.has(id));
  return [...added, ...shown.map((call) => fresh.get(call.id) ?? call)];
}

/** What /history?kind=&person= asks for; a kind that does not exist is no filter. */
export function filterOf(search) {
  const query = new URLSearchParams(search);
  const kind = query.get('kind');
  return { kind: KINDS.includes(kind) ? kind : null, person: query.get('person')?.trim() || null };
}
