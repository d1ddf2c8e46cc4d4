// The phonebook: the list of contacts and, beside it, the one that is open.
import { bareTitle } from '../lib/badge.js';
import { bookFilter, contactOf } from '../lib/contacts.js';
import { settle } from '../lib/once.js';
import { setTitle } from '../ui/badges.js';
import { ContactDetail } from '../ui/contact-detail.js';
import { ContactList } from '../ui/contact-list.js';
import { base, events } from '../ui/session.js';

export function connect(main, signal, { router }) {
  const split = main.querySelector('.split');
  const place = main.querySelector('[data-detail]');
  const nothing = [...place.children];
  const list = new ContactList(main, signal);
  const title = bareTitle(document.title);
  let open = null;

  function close() {
    setTitle(title);
    open?.controller.abort();
    open = null;
    split.classList.remove('has-talk');
    place.replaceChildren(...nothing);
  }

  async function show(id) {
    if (open?.id === id) return;
    open?.controller.abort();
    const controller = new AbortController();
    signal.addEventListener('abort', () => controller.abort(), { once: true, signal: controller.signal });
    const detail = new ContactDetail(place, id, controller.signal, router);
    open = { id, controller, detail };
    split.classList.add('has-talk');
    await detail.load();
    if (!controller.signal.aborted && detail.name) setTitle(`${detail.name} · ${title}`);
  }

  function follow(url) {
    const id = contactOf(url.pathname, base);
    list.current = id;
    const shown = list.show(bookFilter(url.search));
    if (id === null) close();
    return Promise.all([shown, id === null ? null : show(id)]);
  }

  const later = settle(() => open?.detail.load(), 40);
  for (const type of ['phonebook', 'resync']) events.addEventListener(type, later, { signal });
  main.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !open || document.querySelector('dialog[open]')) return;
      router.go(`${base}/phonebook${list.query}`);
    },
    { signal },
  );
  return follow(location).then(() => ({
    navigate(url) {
      if (contactOf(url.pathname, base) === undefined) return false;
      follow(url);
      return true;
    },
  }));
}
