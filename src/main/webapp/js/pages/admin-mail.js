// The mail settings: a password that was typed for a test is still there when its answer comes, for no page shows one.

let typed = '';

export function connect(main, signal) {
  const form = main.querySelector('[data-mail-settings]');
  const field = form?.querySelector('[name="password"]');
  if (!field) return;
  if (main.querySelector('[data-testid="mail-test"], .is-invalid')) field.value = typed;
  typed = '';
  form.addEventListener('submit', () => (typed = field.value), { signal });
  main.querySelector('[data-testid="mail-test"]')?.scrollIntoView({ block: 'nearest' });
}
