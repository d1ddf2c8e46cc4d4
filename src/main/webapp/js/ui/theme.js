// Light, dark or as the system has it: a cookie, so that the server draws the next page right.
import { cookie } from '../lib/http.js';

const NAME = 'PARLEY_THEME';
const YEAR = 365 * 24 * 3600;

export function theme() {
  const kept = cookie(NAME);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function apply() {
  const chosen = theme();
  document.documentElement.dataset.theme = chosen;
  for (const button of document.querySelectorAll('[data-set-theme]')) {
    button.setAttribute('aria-pressed', String(button.dataset.setTheme === chosen));
  }
}

export function keepTheme() {
  const path = document.documentElement.dataset.base || '/';
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-set-theme]');
    if (!button) return;
    document.cookie = `${NAME}=${button.dataset.setTheme}; path=${path}; max-age=${YEAR}; samesite=lax`;
    apply();
  });
  // Another tab may have chosen since.
  document.addEventListener('visibilitychange', apply);
  apply();
}
