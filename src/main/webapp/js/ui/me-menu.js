// The menu of oneself: choose how to be seen and for how long, say something, sign out.
import { postJson } from '../lib/http.js';
import { text } from '../lib/texts.js';
import { notice } from './notice.js';
import { moment } from './presence.js';
import { drafts, presences } from './session.js';

const SESSION = 'parley-session';

function paint() {
  const { choice, until } = presences.own;
  for (const button of document.querySelectorAll('[data-set-presence]')) {
    button.setAttribute('aria-pressed', String(button.dataset.setPresence === choice));
  }
  const place = document.querySelector('[data-choice-until]');
  place.hidden = !until;
  place.textContent = until ? text('presence.until', moment(until)) : '';
}

function minutes() {
  const chosen = document.querySelector('[data-choice-minutes]').value;
  if (chosen !== 'today') return chosen ? Number(chosen) : null;
  const now = new Date();
  return Math.max(1, Math.ceil((new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1) - now) / 60_000));
}

async function choose(choice) {
  try {
    const own = await postJson('/api/presence/choice', { choice, minutes: minutes() });
    presences.hear({ own });
  } catch {
    notice(text('presence.failed'));
  }
}

async function saySomething(form) {
  const words = form.querySelector('input');
  try {
    await postJson('/api/presence/status', { text: words.value, minutes: minutes() });
    notice(text('presence.said'));
    closeMenu();
  } catch {
    notice(text('presence.failed'));
  }
}

export function connectMeMenu() {
  const others = new BroadcastChannel(SESSION);
  others.addEventListener('message', () => location.reload());
  document.querySelector('.me').addEventListener('click', ({ target }) => {
    const choice = target.closest('[data-set-presence]');
    if (choice) choose(choice.dataset.setPresence);
    if (target.closest('a, [data-open-palette], [data-open-shortcuts], [data-set-presence]')) closeMenu();
  });
  document.querySelector('[data-say-status]').addEventListener('submit', (event) => {
    event.preventDefault();
    saySomething(event.target);
  });
  document.querySelector('[data-sign-out]').addEventListener('submit', () => {
    drafts.clear();
    // Sent when this page goes, so that the session has ended when the others ask again.
    addEventListener('pagehide', () => others.postMessage('signed-out'), { once: true });
  });
  presences.addEventListener('own', paint);
  paint();
}

function closeMenu() {
  const button = document.querySelector('.me-button');
  globalThis.bootstrap?.Dropdown.getInstance(button)?.hide();
}
