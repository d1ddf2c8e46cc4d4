/** A short gap heals by itself; only one side asks at first, so that two offers do not cross. */
const WAIT_FIRST = 1500;
const WAIT_SECOND = 5000;
/** Having just come back to the network, this long nothing heard is taken for its change. */
const AFTER_RENEWAL = 20_000;
const AGAIN_AFTER = 6000;

/**
 * Decides when a call looks for a new way between the two. The peer connection itself needs five seconds
 * to say "disconnected" and fifteen more to say "failed"; who has just registered anew knows better: the
 * network changed, and if nothing is heard since, the old way is gone.
 */
export class Recovery {
  #first;
  #isBroken;
  #seek;
  #clock;
  #now;
  #timer = null;
  #silence = 0;
  #renewedAt = -Infinity;
  #soughtAt = -Infinity;

  /**
   * @param {object} options
   * @param {boolean} options.first whether this side asks first
   * @param {() => boolean} options.isBroken whether the peer connection says so
   * @param {() => boolean} options.seek looks for a new way; false where that cannot be asked
   */
  constructor({ first, isBroken, seek, clock = globalThis, now = Date.now }) {
    this.#first = first;
    this.#isBroken = isBroken;
    this.#seek = seek;
    this.#clock = clock;
    this.#now = now;
  }

  /** The phone has registered anew. */
  renewed() {
    this.#renewedAt = this.#now();
    this.#silence = 0;
    this.check({ atOnce: true });
  }

  /** Whether anything was heard in the last two seconds; not told while the call is held. */
  heard(something) {
    this.#silence = something ? 0 : this.#silence + 1;
    const enough = this.#silence >= (this.#first ? 1 : 2);
    if (enough && this.#now() - this.#renewedAt < AFTER_RENEWAL) this.#go();
  }

  /** The peer connection's state changed; `atOnce` where it has given up by itself. */
  check({ atOnce = false } = {}) {
    if (!this.#isBroken()) {
      this.stop();
      return;
    }
    if (atOnce && this.#first) this.#go();
    this.#timer ??= this.#clock.setTimeout(() => this.#waited(), this.#first ? WAIT_FIRST : WAIT_SECOND);
  }

  stop() {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
  }

  #waited() {
    this.#timer = null;
    if (!this.#isBroken()) return;
    this.#go();
    this.check();
  }

  #go() {
    if (this.#now() - this.#soughtAt < AGAIN_AFTER) return;
    if (this.#seek()) this.#soughtAt = this.#now();
  }
}
