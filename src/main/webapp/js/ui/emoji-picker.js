// A small grid of emoji with a search, at the composer.
import { findEmoji } from '../lib/emoji.js';
import { text } from '../lib/texts.js';
import { h } from './dom.js';

const COLUMNS = 8;
const OTHERS = { de: () => import('../lib/emoji-de.js') };
const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

export function connectEmojiPicker(root, input, signal, changed) {
  const picker = root.querySelector('[data-emoji-picker]');
  const opener = root.querySelector('[data-emoji]');
  const search = picker.querySelector('input');
  const grid = picker.querySelector('[data-grid]');
  const on = (target, type, job) => target.addEventListener(type, job, { signal });

  let translated = null;

  // English has its words beside the emoji; others come when they are wanted first.
  async function translate() {
    if (translated || !OTHERS[document.documentElement.lang]) return;
    ({ WORDS: translated } = await OTHERS[document.documentElement.lang]());
    if (!picker.hidden) draw();
  }

  function draw() {
    const found = findEmoji(search.value, translated);
    grid.replaceChildren(
      ...found.map(([emoji, words], index) => {
        const [name] = words.split(',');
        const props = { type: 'button', title: name, 'aria-label': name, tabindex: index ? '-1' : '0', text: emoji };
        return h('button', { ...props, data: { insert: emoji } });
      }),
    );
    if (!found.length) grid.append(h('p', { text: text('emoji.none') }));
  }

  function toggle(open) {
    if (picker.hidden === !open) return;
    picker.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (open) {
      search.value = '';
      draw();
      translate().catch(() => {});
      search.focus();
    } else if (picker.contains(document.activeElement) || document.activeElement === document.body) {
      input.focus();
    }
  }

  function insert(emoji) {
    input.setRangeText(emoji, input.selectionStart, input.selectionEnd, 'end');
    changed();
  }

  on(opener, 'click', () => toggle(picker.hidden));
  on(search, 'input', draw);
  on(grid, 'click', ({ target }) => {
    const button = target.closest('[data-insert]');
    if (!button) return;
    insert(button.dataset.insert);
    toggle(false);
    input.focus();
  });
  on(picker, 'keydown', (event) => {
    const buttons = [...grid.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      toggle(false);
      input.focus();
    } else if (event.key === 'Enter' && document.activeElement === search) {
      buttons[0]?.click();
    } else if (event.key === 'ArrowDown' && at < 0) {
      buttons[0]?.focus();
    } else if (at >= 0 && STEPS[event.key]) {
      const next = at + STEPS[event.key];
      if (next < 0) search.focus();
      else buttons[next]?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  on(document, 'pointerdown', ({ target }) => {
    if (!picker.contains(target) && !opener.contains(target)) toggle(false);
  });
}
