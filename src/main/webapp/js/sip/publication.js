import { forget } from './engine.js';
import { PIDF_TYPE } from './pidf.js';

const EXPIRES = 120;

/** What this browser publishes about its owner; replaced as a whole, renewed by sipML5. */
export class Publication {
  #stack;
  #session = null;
  #document = null;
  #repeated = false;

  constructor(stack) {
    this.#stack = stack;
  }

  publish(document) {
    this.#document = document;
    this.#repeated = false;
    this.#send();
  }

  /** Takes it back. */
  withdraw() {
    this.#document = null;
    const session = this.#session;
    this.#session = null;
    if (session) session.o_session.hangup();
  }

  #send() {
    if (!this.#session) {
      const session = this.#stack.newSession('publish', {
        expires: EXPIRES,
        sip_headers: [{ name: 'Event', value: 'presence' }],
        events_listener: { events: '*', listener: (event) => this.#onSipml(session, event) },
      });
      this.#session = session;
    }
    this.#session.publish(this.#document, PIDF_TYPE);
  }

  // The server may have forgotten what it had (412): once more from the start.
  #onSipml(session, event) {
    if (session !== this.#session) return;
    const code = event.getSipResponseCode();
    if (event.type === 'i_ao_request' && code >= 400 && code !== 401 && code !== 407) {
      this.#startAnew();
    } else if (event.type === 'terminated') {
      this.#startAnew();
    }
  }

  #startAnew() {
    forget(this.#session);
    this.#session = null;
    if (this.#repeated || this.#document === null) return;
    this.#repeated = true;
    this.#send();
  }
}
