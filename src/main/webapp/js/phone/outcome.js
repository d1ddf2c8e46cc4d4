/**
 * What is said when a call is over: a key of the texts and what one may do next. Null when there is
 * nothing to say because its owner ended it.
 */

const FAILURES = {
  403: 'refused', 404: 'nobody', 604: 'nobody', 408: 'noAnswer', 410: 'nobody', 415: 'incompatible', 480: 'unavailable',
  486: 'busy', 487: 'noAnswer', 488: 'incompatible', 600: 'busy', 603: 'declined', 606: 'incompatible',
};
/** After these, leaving a message makes sense. */
const WRITABLE = new Set(['noAnswer', 'unavailable', 'dnd', 'busy', 'declined', 'missed', 'failed']);

/**
 * @param {{direction: string, answered: boolean}} call
 * @param {{code: number, cause: number, text: string, phrase?: string, by: string}} end
 */
export function outcomeOf(call, end) {
  const word = wordFor(call, end);
  if (word === null) return null;
  return { word, canWrite: WRITABLE.has(word), canCall: word !== 'nobody' && word !== 'refused' };
}

function wordFor({ direction, answered }, { code, cause, text, phrase = '', by }) {
  if (by === 'us') return null;
  if (answered) return by === 'network' ? 'lost' : 'ended';
  if (by === 'network') return 'unsent';
  if (direction === 'incoming') {
    if (cause === 200 || /elsewhere/i.test(text)) return cause === 603 || /declin/i.test(text) ? 'declinedElsewhere' : 'elsewhere';
    if (cause === 603) return 'declinedElsewhere';
    return 'missed';
  }
  if (code === 480 && /do not disturb/i.test(`${text} ${phrase}`)) return 'dnd';
  return FAILURES[code] ?? 'failed';
}
