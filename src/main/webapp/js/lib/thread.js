// One conversation as this tab knows it: what the server has, what came live, what waits in the
// outbox, each message once. The id of a message (uid) with its direction is the key; the server's
// ids give the order, and what has none yet follows in the order it came.

import { dayKey } from './time.js';

const RANK = { failed: 0, sending: 0, sent: 1, delivered: 2, read: 3 };
const GROUP_GAP = 5 * 60_000;

export class Thread {
  #items = new Map();
  #arrival = 0;

  /** Messages of the JSON API. Returns those from the other side that were not known. */
  fromServer(messages) {
    const fresh = [];
    for (const message of messages) {
      const known = this.#items.get(keyOf(message));
      if (!known && !message.mine) fresh.push(message);
      this.#put({ ...message, state: better(known?.state, message.state) });
    }
    return fresh;
  }

  /** A message that the phone just took; true if it is new here. */
  fromLive({ id, text, sentAt }) {
    const message = { uid: id, mine: false, text, sentAt, state: 'delivered' };
    if (this.#items.has(keyOf(message))) return false;
    this.#put(message);
    return true;
  }

  /** What waits to be sent. An item that was waiting and no longer does has been sent. */
  fromOutbox(entries) {
    const waiting = new Set();
    for (const entry of entries) {
      const state = entry.code === null ? 'sending' : 'failed';
      const message = { uid: entry.uid, mine: true, text: entry.text, sentAt: entry.at, state, code: entry.code };
      waiting.add(keyOf(message));
      const known = this.#items.get(keyOf(message));
      if (known && RANK[known.state] > 0) continue;
      this.#put({ ...message, attempts: entry.attempts });
    }
    for (const [key, item] of this.#items) {
      if (item.mine && item.id === undefined && RANK[item.state] === 0 && !waiting.has(key)) {
        if (item.state === 'failed') this.#items.delete(key);
        else item.state = 'sent';
      }
    }
  }

  /** A state that was heard of; it only ever goes forward. */
  setState(uid, state) {
    const item = this.#items.get(keyOf({ uid, mine: true }));
    if (!item || RANK[state] < RANK[item.state]) return false;
    item.state = state;
    item.code = null;
    return true;
  }

  /** A change told by the server. Who has read one message has read those before it. */
  heard({ uid, id, state, mail }) {
    const item = this.#items.get(keyOf({ uid, mine: true }));
    if (item && mail !== undefined) item.mail = mail;
    let changed = this.setState(uid, state) || (item !== undefined && mail !== undefined);
    if (state !== 'read' || id === undefined) return changed;
    for (const other of this.#items.values()) {
      if (other.mine && other.id <= id && other.state !== 'read') changed = this.setState(other.uid, state) || changed;
    }
    return changed;
  }

  has(uid, mine) {
    return this.#items.has(keyOf({ uid, mine }));
  }

  get isEmpty() {
    return this.#items.size === 0;
  }

  get items() {
    return [...this.#items.values()].sort(byOrder);
  }

  get oldestId() {
    return this.#ids().reduce((least, id) => (least === null || id < least ? id : least), null);
  }

  get newestId() {
    return this.#ids().reduce((most, id) => (most === null || id > most ? id : most), null);
  }

  /** Up to where the reader has seen the other side's messages, once they are all shown. */
  get newestTheirs() {
    const theirs = this.items.filter((item) => !item.mine && item.id !== undefined);
    return theirs.length ? theirs[theirs.length - 1].id : null;
  }

  #ids() {
    return [...this.#items.values()].map((item) => item.id).filter((id) => id !== undefined);
  }

  #put(message) {
    const key = keyOf(message);
    const known = this.#items.get(key);
    if (known) Object.assign(known, message);
    else this.#items.set(key, { ...message, arrival: (this.#arrival += 1) });
  }
}

function keyOf({ uid, mine }) {
  return `${mine ? '>' : '<'}${uid}`;
}

function better(known, heard) {
  return known !== undefined && RANK[known] > RANK[heard] ? known : heard;
}

function byOrder(a, b) {
  if (a.id !== undefined && b.id !== undefined) return a.id - b.id;
  if (a.id !== undefined) return -1;
  if (b.id !== undefined) return 1;
  return a.arrival - b.arrival;
}

/**
 * The conversation as rows to draw: {type:'day', at} and {type:'message', item, first, last, meta};
 * a group is what one person wrote within five minutes. `dayOf(at)` tells the calendar day.
 */
export function rows(items, dayOf = dayKey) {
  const drawn = [];
  const lastMine = items.findLastIndex((item) => item.mine);
  items.forEach((item, index) => {
    const before = items[index - 1];
    const after = items[index + 1];
    if (!before || dayOf(before.sentAt) !== dayOf(item.sentAt)) drawn.push({ type: 'day', at: item.sentAt });
    drawn.push({
      type: 'message',
      item,
      first: !before || !together(before, item, dayOf),
      last: !after || !together(item, after, dayOf),
      meta: index === lastMine || RANK[item.state] === 0,
    });
  });
  return drawn;
}

function together(one, other, dayOf) {
  return (
    one.mine === other.mine &&
    dayOf(one.sentAt) === dayOf(other.sentAt) &&
    new Date(other.sentAt) - new Date(one.sentAt) < GROUP_GAP
  );
}
