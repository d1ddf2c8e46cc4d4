/** Waiting times between attempts: short at first, longer later, never in step with other browsers. */

const STEPS = [200, 400, 800, 1000, 1500, 2000, 3000, 5000, 10000, 20000, 30000];

export class Backoff {
  #attempt = 0;
  #random;

  constructor(random = Math.random) {
    this.#random = random;
  }

  /** Milliseconds until the next attempt: between half of the step and the whole of it. */
  next() {
    const step = STEPS[Math.min(this.#attempt, STEPS.length - 1)];
    this.#attempt += 1;
    return Math.round(step * (0.5 + this.#random() / 2));
  }

  reset() {
    this.#attempt = 0;
  }
}
