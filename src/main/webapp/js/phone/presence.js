import { DetailEvent } from '../lib/detail-event.js';

const MOST = 50;

/**
 * Who is around: what we say of ourselves and what we hear of the people who are watched.
 *
 * Event: `presence` ({user, presence}).
 */
export class Presence extends EventTarget {
  #stack = null;
  #publication = null;
  #own = 'available';
  #inCall = false;
  #published = null;
  #watched = new Map();
  #describe;

  /** @param {(presence: string) => string} describe makes the document that is published */
  constructor(describe) {
    super();
    this.#describe = describe;
  }

  /** The registration stands (again): the server may have forgotten everything. */
  connect(stack) {
    this.#stack = stack;
    this.#published = null;
    this.#publication = stack.newPublication();
    this.#publish();
    for (const [user, entry] of this.#watched) {
      entry.subscription?.close(true);
      this.#subscribe(user, entry);
    }
  }

  /** Nothing is heard any more; what was known may be wrong. */
  disconnect() {
    this.#stack = null;
    for (const [user, entry] of this.#watched) {
      entry.subscription?.close(true);
      entry.subscription = null;
      this.#learn(user, entry, 'unknown');
    }
  }

  /** Leaves on purpose: takes back what was published and asked for. */
  withdraw() {
    if (!this.#stack) return;
    this.#publication.withdraw();
    for (const entry of this.#watched.values()) {
      entry.subscription?.close();
      entry.subscription = null;
    }
  }

  set own(presence) {
    this.#own = presence;
    this.#publish();
  }

  get own() {
    return this.#own;
  }

  set inCall(inCall) {
    this.#inCall = inCall;
    this.#publish();
  }

  watch(users) {
    const wanted = new Set([...new Set(users)].slice(0, MOST));
    for (const [user, entry] of this.#watched) {
      if (wanted.has(user)) continue;
      entry.subscription?.close();
      this.#watched.delete(user);
    }
    for (const user of wanted) {
      if (this.#watched.has(user)) continue;
      const entry = { presence: 'unknown', subscription: null };
      this.#watched.set(user, entry);
      if (this.#stack) this.#subscribe(user, entry);
    }
  }

  of(user) {
    return this.#watched.get(user)?.presence ?? 'unknown';
  }

  get all() {
    return Object.fromEntries([...this.#watched].map(([user, { presence }]) => [user, presence]));
  }

  #publish() {
    const presence = this.#inCall && this.#own !== 'dnd' ? 'in-call' : this.#own;
    if (!this.#stack || presence === this.#published) return;
    this.#published = presence;
    this.#publication.publish(this.#describe(presence));
  }

  #subscribe(user, entry) {
    entry.subscription = this.#stack.newSubscription(user, (presence) => this.#learn(user, entry, presence));
  }

  #learn(user, entry, presence) {
    if (entry.presence === presence || this.#watched.get(user) !== entry) return;
    entry.presence = presence;
    this.dispatchEvent(new DetailEvent('presence', { user, presence }));
  }
}
