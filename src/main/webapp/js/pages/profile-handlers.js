// Offers to open telephone links of other pages and programs here; only where somebody asks for it.
import { text } from '../lib/texts.js';
import { notice } from '../ui/notice.js';

/** Shows the offer where the browser can take it. */
export function connectHandlers(main, signal) {
  const section = main.querySelector('[data-handlers]');
  if (!section || !navigator.registerProtocolHandler || !window.isSecureContext) return;
  const base = document.documentElement.dataset.base ?? '';
  section.hidden = false;
  section.addEventListener(
    'click',
    ({ target }) => {
      const button = target.closest('[data-handle]');
      if (!button) return;
      try {
        navigator.registerProtocolHandler(button.dataset.handle, `${location.origin}${base}/?dial=%s`);
        notice(text('handlers.asked'));
      } catch {
        notice(text('handlers.refused'));
      }
    },
    { signal },
  );
}
