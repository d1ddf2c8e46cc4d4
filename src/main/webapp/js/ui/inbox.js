// What comes for me, wherever in the portal I am: it makes the sender's "delivered" true for what
// this browser fetched, and tells the page of what is new.
import { phone } from '../phone/index.js';
import { Backoff } from '../lib/backoff.js';
import { getJson, postJson } from '../lib/http.js';
import { learn, nameOf } from '../lib/names.js';
import { persistent, settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { announce } from './notice.js';
import { refreshBadges } from './badges.js';
import { events, outbox } from './session.js';

const AT_ONCE = 100;
const REMEMBERED = 200;
/** What the phone took lately; the core knows of these by itself. */
const taken = new Set();

/** Tells the portal that this browser has these messages now. */
export async function received(messages) {
  const uids = messages.filter((message) => !message.mine && message.state === 'sent').map(({ uid }) => uid);
  for (let from = 0; from < uids.length; from += AT_ONCE) {
    await postJson('/api/messages/received', { uids: uids.slice(from, from + AT_ONCE) });
  }
}

const fetchWaiting = persistent(async () => {
  // One tab does it for all of a browser.
  if (!events.isLeader) return;
  for (let more = true; more; ) {
    const { people, messages } = await getJson('/api/messages/waiting', { limit: AT_ONCE });
    learn(people);
    await received(messages);
    more = messages.length === AT_ONCE;
  }
}, new Backoff());

export function keepInbox() {
  const later = settle(fetchWaiting, 400);
  events.addEventListener('message', ({ detail }) => detail.mine || taken.has(detail.uid) || later());
  events.addEventListener('resync', () => {
    later();
    // The portal is there again: most likely the core is too.
    phone.wake().catch(() => null);
  });
  events.addEventListener('account', () => location.reload());
  phone.addEventListener('message', ({ detail }) => {
    taken.add(detail.id);
    if (taken.size > REMEMBERED) taken.delete(taken.values().next().value);
    refreshBadges();
    announce(text('messages.new', nameOf(detail.from), detail.text.slice(0, 200)));
  });
  phone.addEventListener('state', ({ detail }) => {
    if (['ready', 'in-call'].includes(detail.state)) {
      outbox.wake();
      events.wake();
    }
  });
  // What another tab wrote is sent by the one that has the phone.
  addEventListener('storage', ({ key, newValue }) => {
    const peer = newValue === null ? null : outbox.peerOf(key);
    if (peer !== null) outbox.flush(peer);
  });
  addEventListener('online', () => {
    events.wake();
    outbox.wake();
  });
  later();
  outbox.wake();
}
