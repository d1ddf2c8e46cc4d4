// Picking a place: by a click, or with the arrow keys and Enter for what is in the middle.
import { text } from '../../lib/texts.js';
import { announce } from '../../ui/notice.js';

export function connectPick(main, signal, canvas, showSide) {
  const bar = main.querySelector('[data-pick-bar]');
  const root = main.querySelector('[data-map]');
  const area = main.querySelector('[data-canvas]');
  let answer = null;

  function end(place) {
    bar.hidden = true;
    root.classList.remove('is-picking');
    const done = answer;
    answer = null;
    done?.(place);
  }

  const on = (target, type, job) => target.addEventListener(type, job, { signal });
  on(bar.querySelector('[data-pick-take]'), 'click', () => end(canvas.middle));
  on(bar.querySelector('[data-pick-leave]'), 'click', () => end(null));
  on(area, 'keydown', (event) => {
    if (!answer) return;
    if (event.key === 'Enter' && event.target === area) {
      event.preventDefault();
      end(canvas.middle);
    }
  });
  on(main, 'keydown', (event) => answer && event.key === 'Escape' && end(null));
  signal.addEventListener('abort', () => end(null));

  return {
    /** Answers {latitude, longitude}, or null where the person thought better of it. */
    start() {
      showSide('map');
      canvas.close();
      bar.hidden = false;
      root.classList.add('is-picking');
      announce(text('map.pick.hint'));
      canvas.focus();
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    clicked(place) {
      if (answer) end(place);
    },
  };
}
