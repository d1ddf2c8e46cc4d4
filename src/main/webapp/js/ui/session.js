// What belongs to the signed-in person in this tab: made once, used by the shell and its pages.
import { phone } from '../phone/index.js';
import { Drafts } from '../lib/drafts.js';
import { SharedEvents } from '../lib/events.js';
import { postJson } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { Outbox } from '../lib/outbox.js';
import { Presences } from '../lib/presences.js';

const page = document.documentElement.dataset;

export const me = { user: page.user, name: page.name };
export const base = page.base ?? '';

learn([{ ...me, picture: page.picture ?? null }]);

/** Runs a job in one tab at a time; a browser without Web Locks just runs it. */
function exclusive(name, job) {
  return navigator.locks ? navigator.locks.request(name, job) : job();
}

export const outbox = new Outbox({
  owner: me.user,
  storage: localStorage,
  send: (peer, message) => phone.send(peer, message),
  sends: () => phone.isLeader,
});

export const drafts = new Drafts(sessionStorage, me.user);

export const events = new SharedEvents({
  url: `${base}/events`,
  channel: new BroadcastChannel(`parley-events-${me.user}`),
  open: (url) => new EventSource(url),
  lead: (job) => exclusive(`parley-events-${me.user}`, job),
});

export const presences = new Presences({ ask: (users) => postJson('/api/presence', { users }) });

/** Path of the conversation with a person. */
export function talkPath(user) {
  return `${base}/messages/${encodeURIComponent(user)}`;
}
