// Short notices at the foot of the screen, and words for screen readers alone.
import { h } from './dom.js';

const SHOWN = 6000;

/** Shows a sentence for a while; `action` {label, run} keeps it until it is used or replaced. */
export function notice(words, action = null) {
  const place = document.getElementById('toasts');
  const box = h('div', { class: 'notice' }, h('span', { text: words }));
  if (action) {
    const run = () => {
      box.remove();
      action.run();
    };
    box.append(h('button', { type: 'button', text: action.label, on: { click: run } }));
  }
  place.replaceChildren(box);
  setTimeout(() => box.remove(), action ? SHOWN * 3 : SHOWN);
}

export function announce(words) {
  document.getElementById('announce').textContent = words;
}
