// What comes for me, wherever in the portal I am: it makes the sender's "delivered" true for what
// this browser fetched, and tells the page of what is new.
import { phone } from '../phone/index.js';
import { getJson, postJson } from '../lib/http.js';
import { learn, nameOf } from '../lib/names.js';
import { serial, settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { announce } from './notice.js';
import { refreshBadges } from './badges.js';
import { events, outbox } from './session.js';

const CONVERSATIONS = 20;
const AT_ONCE = 100;

/** Tells the portal that this browser has these messages now. */
export async function received(messages) {
  const uids = messages.filter((message) => !message.mine && message.state === 'sent').map(({ uid }) => uid);
  for (let from = 0; from < uids.length; from += AT_ONCE) {
    await postJson('/api/messages/received', { uids: uids.slice(from, from + AT_ONCE) });
  }
}

const fetchWaiting = serial(async () => {
  // One tab does it for all of a browser.
  if (!events.isLeader) return;
  try {
    const { conversations } = await getJson('/api/conversations', { limit: CONVERSATIONS });
    learn(conversations);
    for (const { user } of conversations.filter(({ unread }) => unread > 0)) {
      const { messages } = await getJson(`/api/conversations/${encodeURIComponent(user)}/messages`);
      await received(messages);
    }
  } catch {
    // It is asked again with the next event and the next start.
  }
});

export function keepInbox() {
  const later = settle(fetchWaiting, 400);
  events.addEventListener('message', later);
  events.addEventListener('resync', later);
  events.addEventListener('account', () => location.reload());
  phone.addEventListener('message', ({ detail }) => {
    refreshBadges();
    announce(text('messages.new', nameOf(detail.from), detail.text.slice(0, 200)));
  });
  phone.addEventListener('state', ({ detail }) => {
    if (['ready', 'in-call'].includes(detail.state)) {
      outbox.wake();
      events.wake();
    }
  });
  addEventListener('online', () => {
    events.wake();
    outbox.wake();
  });
  later();
  outbox.wake();
}
