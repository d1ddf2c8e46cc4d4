// Where a message is written: Enter sends, Shift+Enter makes a line, the draft stays with its person.
import { text } from '../lib/texts.js';
import { withNextFrame } from './dom.js';
import { connectEmojiPicker } from './emoji-picker.js';
import { drafts } from './session.js';

// Where the style sheet can say it, measuring is left to the browser.
const FITS_ITSELF = CSS.supports('field-sizing', 'content');

export function connectComposer(root, { peer, name, signal, send }) {
  const form = root.querySelector('[data-composer]');
  const input = form.querySelector('textarea');
  const button = form.querySelector('[type="submit"]');
  const on = (target, type, job) => target.addEventListener(type, job, { signal });

  function fit() {
    button.disabled = input.value.trim() === '';
    if (FITS_ITSELF) return;
    withNextFrame(() => {
      input.style.height = 'auto';
      input.style.height = `${input.scrollHeight}px`;
    });
  }

  function changed() {
    drafts.set(peer, input.value);
    fit();
  }

  function submit() {
    const words = input.value.replace(/\s+$/u, '').replace(/^(?:[^\S\n]*\n)+/u, '');
    if (!words) return;
    input.value = '';
    changed();
    send(words);
    input.focus();
  }

  input.placeholder = text('messages.to', name);
  input.value = drafts.get(peer);
  on(input, 'input', changed);
  on(input, 'keydown', (event) => {
    // While an input method composes, Enter chooses its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  on(form, 'submit', (event) => {
    event.preventDefault();
    submit();
  });
  connectEmojiPicker(root, input, signal, changed);
  fit();

  return {
    focus: () => input.focus(),
    rename: (newName) => {
      input.placeholder = text('messages.to', newName);
    },
    /** Puts back what could not be sent, unless something else is being written. */
    restore: (words) => {
      if (input.value.trim()) return;
      input.value = words;
      changed();
      input.focus();
    },
  };
}
