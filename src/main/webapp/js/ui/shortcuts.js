// Keys that work everywhere, and the sheet that lists them. Keys of a call are the phone's.
import { base } from './session.js';
import { isTyping } from './dom.js';

const GO = { h: '/', m: '/messages', c: '/history', p: '/profile' };
const SEQUENCE = 1200;

export function connectShortcuts(router) {
  const sheet = document.getElementById('shortcuts');
  const open = () => sheet.open || sheet.showModal();
  // Fetched by the first who wants it.
  const palette = () => import('./palette.js').then(({ togglePalette }) => togglePalette(router));
  let goUntil = 0;

  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-open-shortcuts]')) open();
    if (target.closest('[data-open-palette]')) palette();
    if (target.closest('[data-close-dialog]') || target === sheet) target.closest('dialog')?.close();
  });

  document.addEventListener('keydown', (event) => {
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      palette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (key === '?') {
      event.preventDefault();
      open();
    } else if (goUntil > Date.now() && GO[key]) {
      goUntil = 0;
      event.preventDefault();
      router.go(base + GO[key]);
    } else if (key === 'g' && !sheet.open && !document.querySelector('dialog[open]')) {
      goUntil = Date.now() + SEQUENCE;
    }
  });
}
