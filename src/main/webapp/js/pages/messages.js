// Messages: the list of conversations and, beside it, the one that is open.
import { bareTitle } from '../lib/badge.js';
import { learn, nameOf } from '../lib/names.js';
import { personOf } from '../lib/router.js';
import { setTitle } from '../ui/badges.js';
import { base } from '../ui/session.js';
import { Talk } from '../ui/talk.js';
import { TalkList } from '../ui/talk-list.js';

const NARROW = '(max-width: 767px)';

export function connect(main, signal, { router }) {
  const split = main.querySelector('.split');
  const place = main.querySelector('[data-talk]');
  const nothing = [...place.children];
  const list = new TalkList(main, signal, router);
  const title = bareTitle(document.title);
  let open = null;

  function close() {
    setTitle(title);
    open?.controller.abort();
    open = null;
    split.classList.remove('has-talk');
    place.replaceChildren(...nothing);
  }

  async function show(user) {
    if (open?.user === user) return;
    open?.controller.abort();
    const controller = new AbortController();
    signal.addEventListener('abort', () => controller.abort(), { once: true, signal: controller.signal });
    const talk = new Talk(place, user, controller.signal);
    open = { user, controller, talk };
    split.classList.add('has-talk');
    list.current = user;
    setTitle(`${nameOf(user)} · ${title}`);
    // A narrow screen would raise its keyboard over what one came to read.
    if (!matchMedia(NARROW).matches) talk.focus();
    await talk.open();
    if (!talk.isUnknown) talk.learnName();
  }

  function follow(path) {
    const user = personOf(path, base);
    list.clearFind();
    if (user) return show(user);
    close();
    list.current = null;
    return null;
  }

  main.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !open) return;
      if (matchMedia(NARROW).matches) router.go(`${base}/messages`);
      else main.querySelector(`.row-item[data-user="${CSS.escape(open.user)}"] .row-link`)?.focus();
    },
    { signal },
  );

  // The server knew the name of whom the page was opened for.
  learn([{ user: split.dataset.peer, name: split.dataset.peerName }]);
  list.load().then(() => {
    if (!open || signal.aborted) return;
    open.talk.drawHead();
    setTitle(`${nameOf(open.user)} · ${title}`);
  });
  return Promise.resolve(follow(location.pathname)).then(() => ({
    navigate(url) {
      const path = url.pathname;
      if (path !== `${base}/messages` && !personOf(path, base)) return false;
      follow(path);
      return true;
    },
  }));
}
