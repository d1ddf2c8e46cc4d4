// Messages that wait to be sent. Each lies under a key of its own in localStorage until it was
// answered 2xx, so a reload loses none and no two tabs overwrite each other's. The tab that has the phone
// sends what any of them wrote: for each person one message at a time, oldest first, with the same id at
// every try, so that the other side counts it once also where two tabs should send it.

const PREFIX = 'parley.outbox.';
/** Codes that another try would not change. */
const FINAL = new Set([400, 403, 404, 413, 415, 488, 606]);
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

export function waitBefore(attempt, retryAfter, random = Math.random) {
  if (retryAfter > 0) return retryAfter * 1000;
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempt - 1));
  return full / 2 + (full / 2) * random();
}

/**
 * Events: 'change' {peer}, 'sent' {peer, uid, state}. `send(peer, {id, text})` is the phone's;
 * `sends()` tells whether this tab is the one that sends.
 */
export class Outbox extends EventTarget {
  #owner;
  #storage;
  #send;
  #sends;
  #clock;
  #timer;
  #counter = 0;
  #waits = new Map();
  #running = new Set();

  constructor({ owner, storage, send, sends, clock = Date.now, timer = (job, wait) => setTimeout(job, wait) }) {
    super();
    this.#owner = owner;
    this.#storage = storage;
    this.#send = send;
    this.#sends = sends;
    this.#clock = clock;
    this.#timer = timer;
  }

  /** Keeps a message and sends it when its turn comes; `uid` names it for good. */
  add(peer, text, uid) {
    this.#counter += 1;
    const at = this.#clock();
    const order = `${String(at).padStart(14, '0')}-${String(this.#counter).padStart(6, '0')}`;
    const entry = { uid, peer, text, at: new Date(at).toISOString(), order, attempts: 0, code: null };
    this.#write(entry);
    // On its way before it is drawn: what is drawn can wait.
    this.flush(peer);
    this.#changed(peer);
    return entry;
  }

  /** What waits for a person, oldest first; with `code` set it was refused for good. */
  entries(peer) {
    const prefix = this.#key(peer, '');
    const found = [];
    for (let i = 0; i < this.#storage.length; i += 1) {
      const key = this.#storage.key(i);
      if (!key.startsWith(prefix)) continue;
      const entry = this.#read(key);
      if (entry) found.push(entry);
    }
    return found.sort((a, b) => (a.order < b.order ? -1 : 1));
  }

  peers() {
    const prefix = `${PREFIX}${this.#owner}/`;
    const found = new Set();
    for (let i = 0; i < this.#storage.length; i += 1) {
      const key = this.#storage.key(i);
      if (key.startsWith(prefix)) found.add(decodeURIComponent(key.slice(prefix.length).split('/')[0]));
    }
    return [...found];
  }

  /** The person of a storage key of this owner, for the `storage` events of other tabs. */
  peerOf(key) {
    const prefix = `${PREFIX}${this.#owner}/`;
    return key?.startsWith(prefix) ? decodeURIComponent(key.slice(prefix.length).split('/')[0]) : null;
  }

  retry(peer, uid) {
    const entry = this.entries(peer).find((each) => each.uid === uid);
    if (!entry) return;
    this.#write({ ...entry, code: null, attempts: 0 });
    this.#waits.delete(peer);
    this.#changed(peer);
    this.flush(peer);
  }

  discard(peer, uid) {
    this.#storage.removeItem(this.#key(peer, uid));
    this.#changed(peer);
  }

  /** The line is there (again): what waits goes out now. */
  wake() {
    this.#waits.clear();
    for (const peer of this.peers()) this.flush(peer);
  }

  async flush(peer) {
    if (!this.#sends() || this.#running.has(peer) || this.#waits.has(peer)) return;
    this.#running.add(peer);
    try {
      await this.#drain(peer);
    } finally {
      this.#running.delete(peer);
    }
    // Something may have come between the last look and the end of the run.
    if (!this.#waits.has(peer) && this.#next(peer)) this.flush(peer);
  }

  async #drain(peer) {
    for (let entry = this.#next(peer); entry; entry = this.#next(peer)) {
      if (!(await this.#attempt(entry))) return;
    }
  }

  async #attempt(entry) {
    try {
      const { state } = await this.#send(entry.peer, { id: entry.uid, text: entry.text });
      this.#storage.removeItem(this.#key(entry.peer, entry.uid));
      this.dispatchEvent(new CustomEvent('sent', { detail: { peer: entry.peer, uid: entry.uid, state } }));
      return true;
    } catch (error) {
      const code = error.code ?? 0;
      const attempts = entry.attempts + 1;
      if (FINAL.has(code)) {
        this.#write({ ...entry, attempts, code });
        this.#changed(entry.peer);
        return true;
      }
      this.#write({ ...entry, attempts });
      this.#changed(entry.peer);
      this.#pause(entry.peer, waitBefore(attempts, error.retryAfter));
      return false;
    }
  }

  #pause(peer, wait) {
    const ticket = {};
    this.#waits.set(peer, ticket);
    this.#timer(() => {
      if (this.#waits.get(peer) !== ticket) return;
      this.#waits.delete(peer);
      this.flush(peer);
    }, wait);
  }

  #next(peer) {
    return this.entries(peer).find((entry) => entry.code === null);
  }

  #key(peer, uid) {
    return `${PREFIX}${this.#owner}/${encodeURIComponent(peer)}/${uid}`;
  }

  #read(key) {
    try {
      return JSON.parse(this.#storage.getItem(key));
    } catch {
      return null;
    }
  }

  #write(entry) {
    this.#storage.setItem(this.#key(entry.peer, entry.uid), JSON.stringify(entry));
  }

  #changed(peer) {
    this.dispatchEvent(new CustomEvent('change', { detail: { peer } }));
  }
}
