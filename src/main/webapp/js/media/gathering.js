/**
 * When to stop waiting for ICE candidates. sipML5 sends its offer only with all of them, and a STUN
 * server that does not answer would cost many seconds.
 */
export class GatheringLimit {
  #silence;
  #longest;
  #timers;
  #done;
  #silenceTimer = null;
  #longestTimer = null;
  #finished = false;

  /** `done` is called once: when all are there, after `silence` ms without a new one, or after `longest`. */
  constructor(done, { silence = 500, longest = 2000, timers = globalThis } = {}) {
    this.#done = done;
    this.#silence = silence;
    this.#longest = longest;
    this.#timers = timers;
  }

  get isFinished() {
    return this.#finished;
  }

  start() {
    if (this.#finished || this.#longestTimer !== null) return;
    this.#longestTimer = this.#timers.setTimeout(() => this.finish(), this.#longest);
  }

  candidate() {
    if (this.#finished) return;
    this.start();
    this.#timers.clearTimeout(this.#silenceTimer);
    this.#silenceTimer = this.#timers.setTimeout(() => this.finish(), this.#silence);
  }

  finish() {
    if (this.#finished) return;
    this.#finished = true;
    this.#stop();
    this.#done();
  }

  /** Gathering begins again, as after an ICE restart. */
  restart() {
    this.#stop();
    this.#finished = false;
  }

  cancel() {
    this.#finished = true;
    this.#stop();
  }

  #stop() {
    this.#timers.clearTimeout(this.#silenceTimer);
    this.#timers.clearTimeout(this.#longestTimer);
    this.#silenceTimer = this.#longestTimer = null;
  }
}
