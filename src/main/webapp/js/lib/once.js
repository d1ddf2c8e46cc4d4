// Small helpers about when something runs.

/** Runs `job` once, `wait` ms after the last of a burst of calls. */
export function settle(job, wait, timer = setTimeout, cancel = clearTimeout) {
  let pending = null;
  const later = (...values) => {
    if (pending !== null) cancel(pending);
    pending = timer(() => {
      pending = null;
      job(...values);
    }, wait);
  };
  later.cancel = () => {
    if (pending !== null) cancel(pending);
    pending = null;
  };
  return later;
}

/** Runs `job` `first` ms after a call, and after that no more often than every `every` ms. */
export function spaced(job, first, every, { timer = setTimeout, clock = Date.now } = {}) {
  let pending = false;
  let last = -Infinity;
  return () => {
    if (pending) return;
    pending = true;
    timer(
      () => {
        pending = false;
        last = clock();
        job();
      },
      Math.max(first, last + every - clock()),
    );
  };
}

/** Lets only the answer to the newest request through: older ones are aborted. */
export class Newest {
  #controller = null;

  next(parent) {
    this.#controller?.abort();
    this.#controller = new AbortController();
    parent?.addEventListener('abort', () => this.#controller?.abort(), { once: true });
    return this.#controller.signal;
  }
}

/** One run at a time; a call during a run makes exactly one more run after it. */
export function serial(job) {
  let running = null;
  let again = false;
  return function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await job();
      } while (again);
    })().finally(() => {
      running = null;
    });
    return running;
  };
}

/**
 * Like `serial`, and what failed is tried again by itself, later each time; `waits` tells after how many
 * milliseconds, beginning anew after a success.
 */
export function persistent(job, waits, timer = setTimeout) {
  const run = serial(async () => {
    try {
      await job();
      waits.reset();
    } catch {
      timer(run, waits.next());
    }
  });
  return run;
}

/** A message id: RFC 4122 version 4, also where crypto.randomUUID is missing. */
export function newId(crypto = globalThis.crypto) {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
