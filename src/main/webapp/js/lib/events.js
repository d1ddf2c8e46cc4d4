// Server-sent events, one connection a browser: the tab that holds the lock listens and tells the
// others. Every tab gets the same events: 'message', 'message-state', 'read', 'call', 'account',
// 'phonebook', 'presence', 'location', 'map', 'resync' whenever the line was opened, as something may have been missed
// until then, and 'lost' when it broke.

export const TYPES = ['message', 'message-state', 'read', 'call', 'account', 'phonebook', 'presence', 'location', 'map', 'import'];
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

export class SharedEvents extends EventTarget {
  #channel;
  #open;
  #timer;
  #source = null;
  #attempts = 0;
  isLeader = false;

  /**
   * `open(url)` makes an EventSource; `channel` is a BroadcastChannel; `lead(job)` runs the job when
   * this tab becomes the one that listens.
   */
  constructor({ url, channel, open, lead, signal, timer = (job, wait) => setTimeout(job, wait) }) {
    super();
    this.#channel = channel;
    this.#open = () => open(url);
    this.#timer = timer;
    channel.addEventListener('message', ({ data }) => this.#emit(data.type, data.detail), { signal });
    lead(
      () =>
        new Promise((resolve) => {
          this.isLeader = true;
          this.#connect();
          signal?.addEventListener('abort', () => {
            this.#source?.close();
            resolve();
          });
        }),
    );
  }

  /** The line is back: do not wait for the timer. */
  wake() {
    if (this.isLeader && this.#source === null) this.#connect();
  }

  /** The machine slept or changed its network: a line may be dead that looks open. */
  reopen() {
    if (!this.isLeader) return;
    this.#source?.close();
    this.#connect();
  }

  #connect() {
    const source = this.#open();
    this.#source = source;
    source.addEventListener('open', () => {
      this.#attempts = 0;
      // Also the first time: something may have happened since the page was made.
      this.#tell('resync', {});
    });
    for (const type of TYPES) {
      source.addEventListener(type, (event) => this.#tell(type, parse(event.data)));
    }
    source.addEventListener('error', () => {
      if (source !== this.#source) return;
      this.#tell('lost', {});
      // A browser tries again by itself unless the server's answer was final.
      if (source.readyState !== 2) return;
      this.#source = null;
      this.#attempts += 1;
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#attempts - 1));
      this.#timer(() => this.wake(), wait);
    });
  }

  #tell(type, detail) {
    this.#channel.postMessage({ type, detail });
    this.#emit(type, detail);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function parse(data) {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}
