/**
 * The one word for the phone: `offline`, `connecting`, `ready`, `calling`, `ringing`, `in-call`, `held`,
 * `reconnecting`.
 * @param {'offline'|'connecting'|'registered'|'reconnecting'} link
 * @param {{state: string}[]} calls
 */
export function phoneState(link, calls) {
  if (calls.length > 0 && link !== 'registered') return 'reconnecting';
  for (const state of ['in-call', 'held', 'calling', 'ringing']) {
    if (calls.some((call) => call.state === state)) return state;
  }
  return link === 'registered' ? 'ready' : link;
}
