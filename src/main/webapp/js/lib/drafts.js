// What was typed and not sent, for each conversation, while this tab lives.

const PREFIX = 'parley.draft.';

export class Drafts {
  #storage;
  #owner;

  constructor(storage, owner) {
    this.#storage = storage;
    this.#owner = owner;
  }

  get(peer) {
    return this.#storage.getItem(this.#key(peer)) ?? '';
  }

  set(peer, text) {
    if (text.trim()) this.#storage.setItem(this.#key(peer), text);
    else this.#storage.removeItem(this.#key(peer));
  }

  clear() {
    for (const key of Object.keys(this.#storage)) if (key.startsWith(PREFIX)) this.#storage.removeItem(key);
  }

  #key(peer) {
    return `${PREFIX}${this.#owner}/${peer}`;
  }
}
