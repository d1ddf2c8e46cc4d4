const MARGIN = 0.2;
const RETRY = [2000, 5000, 15000, 30000, 60000];

/** The short-lived SIP credential: fetched, and renewed well before it expires. */
export class Credentials {
  #fetch;
  #timers;
  #random;
  #onRenewed;
  #timer = null;
  #failures = 0;
  #current = null;
  #asking = null;

  /**
   * @param {object} options
   * @param {() => Promise<object>} options.fetch asks the portal; rejects with an error that has `status`
   * @param {(credential: object) => void} options.onRenewed
   */
  constructor({ fetch, onRenewed, timers = globalThis, random = Math.random }) {
    this.#fetch = fetch;
    this.#onRenewed = onRenewed;
    this.#timers = timers;
    this.#random = random;
  }

  get current() {
    return this.#current;
  }

  /** The first one; rejects as `fetch` does. */
  async first(already = null) {
    this.#accept(await (already ?? this.#fetch()));
    return this.#current;
  }

  /** Asks for another now; resolves to whether one came. */
  renew() {
    this.#asking ??= this.#renew().finally(() => (this.#asking = null));
    return this.#asking;
  }

  stop() {
    this.#timers.clearTimeout(this.#timer);
  }

  async #renew() {
    this.#timers.clearTimeout(this.#timer);
    try {
      this.#accept(await this.#fetch());
      this.#onRenewed(this.#current);
      return true;
    } catch {
      // The portal may be away; what we have is good until it expires.
      const wait = RETRY[Math.min(this.#failures, RETRY.length - 1)];
      this.#failures += 1;
      this.#schedule(wait * (0.5 + this.#random() / 2));
      return false;
    }
  }

  #accept(credential) {
    this.#failures = 0;
    this.#current = credential;
    const left = instant(credential.expiresAt) - Date.now();
    // Not all browsers of an office in the same second.
    this.#schedule(Math.max(left * (1 - MARGIN - this.#random() * 0.1), 5000));
  }

  #schedule(milliseconds) {
    this.#timer = this.#timers.setTimeout(() => this.renew(), Math.min(milliseconds, 2 ** 31 - 1));
  }
}

/** A time as the portal may write it: ISO 8601, or seconds since 1970. */
function instant(value) {
  return typeof value === 'number' ? value * 1000 : Date.parse(value);
}
