// Places with nothing in them: not yet, not found, not loaded.
import { text } from '../lib/texts.js';
import { h, icon } from './dom.js';

/** What will be here and the one next step: `action` is {label, href} or {label, run}. */
export function empty({ icon: name, title, hint = '', action = null, small = false }) {
  const step =
    action &&
    (action.href
      ? h('a', { class: 'btn btn-primary', href: action.href, text: action.label })
      : h('button', { type: 'button', class: 'btn btn-primary', text: action.label, on: { click: action.run } }));
  return h(
    'div',
    { class: `empty${small ? ' empty-small' : ''}` },
    h('i', { class: `bi bi-${name} empty-icon`, 'aria-hidden': 'true' }),
    h('h2', { class: 'empty-title', text: title }),
    hint && h('p', { class: 'empty-hint', text: hint }),
    step,
  );
}

/** A list that did not come: says why and offers to try again. */
export function notLoaded(problem, retry) {
  return h(
    'div',
    { class: 'empty empty-small', role: 'alert' },
    icon(problem?.offline ? 'wifi-off' : 'exclamation-triangle'),
    h('p', { class: 'empty-hint', text: text(problem?.offline ? 'list.offline' : 'list.failed') }),
    h('button', { type: 'button', class: 'btn', text: text('page.retry'), on: { click: retry } }),
  );
}

export function skeletons(count) {
  return Array.from({ length: count }, () =>
    h('div', { class: 'skeleton skeleton-row', 'aria-hidden': 'true' }, h('span'), h('span'), h('span')),
  );
}
