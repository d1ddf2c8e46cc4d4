// Whether the person is at one of this browser's tabs: each notes when it was touched last, where the
// others can read it.

const KEY = 'parley.active';
/** Touches are written at most this often. */
const EVERY = 5000;

export class Activity {
  #storage;
  #clock;
  #notedAt = -Infinity;

  constructor({ storage, clock = Date.now }) {
    this.#storage = storage;
    this.#clock = clock;
  }

  /** A key was pressed, or the pointer moved. */
  touch() {
    const now = this.#clock();
    if (now - this.#notedAt < EVERY) return;
    this.#notedAt = now;
    try {
      this.#storage.setItem(KEY, String(now));
    } catch {
      // A full storage: this tab knows at least of itself.
    }
  }

  /** Whether nobody has touched any tab for `minutes`; 0 is never. */
  isIdle(minutes) {
    if (!minutes) return false;
    const told = Number(this.#storage.getItem(KEY));
    const now = this.#clock();
    // A moment that is still to come was written before the clock was set.
    const last = Math.max(this.#notedAt, told <= now ? told : 0);
    return now - last >= minutes * 60_000;
  }

  static isNote(key) {
    return key === KEY;
  }
}
