// The menu of oneself: choose a presence, see which one counts, sign out.
import { phone } from '../phone/index.js';
import { drafts, me } from './session.js';
import { presenceOf } from './presence.js';

const SESSION = 'parley-session';

function paint() {
  const mine = presenceOf(me.user);
  for (const button of document.querySelectorAll('[data-set-presence]')) {
    button.setAttribute('aria-pressed', String(button.dataset.setPresence === mine));
  }
}

export function connectMeMenu() {
  const others = new BroadcastChannel(SESSION);
  others.addEventListener('message', () => location.reload());
  document.querySelector('.me').addEventListener('click', ({ target }) => {
    const choice = target.closest('[data-set-presence]');
    if (choice) phone.setPresence(choice.dataset.setPresence);
    if (target.closest('a, [data-open-palette], [data-open-shortcuts], [data-set-presence]')) closeMenu();
  });
  document.querySelector('[data-sign-out]').addEventListener('submit', () => {
    drafts.clear();
    // Sent when this page goes, so that the session has ended when the others ask again.
    addEventListener('pagehide', () => others.postMessage('signed-out'), { once: true });
  });
  phone.addEventListener('presence', ({ detail }) => detail.user === me.user && paint());
  phone.addEventListener('state', paint);
  paint();
}

function closeMenu() {
  const button = document.querySelector('.me-button');
  globalThis.bootstrap?.Dropdown.getInstance(button)?.hide();
}
