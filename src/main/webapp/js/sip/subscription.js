import { forget, messageOf } from './engine.js';
import { PIDF_TYPE, readPidf } from './pidf.js';
import { toText } from './wire.js';

const EXPIRES = 600;

/** Watching one person; `onPresence` gets the word whenever the server tells it. */
export class Subscription {
  #window;
  #session;
  #onPresence;

  constructor(window, stack, uri, onPresence) {
    this.#window = window;
    this.#onPresence = onPresence;
    this.#session = stack.newSession('subscribe', {
      expires: EXPIRES,
      sip_headers: [
        { name: 'Event', value: 'presence' },
        { name: 'Accept', value: PIDF_TYPE },
      ],
      events_listener: { events: '*', listener: (event) => this.#onSipml(event) },
    });
    this.#session.subscribe(uri);
  }

  /** Stops watching; `silently` when the server forgot the subscription anyway. */
  close(silently = false) {
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    if (silently) forget(session);
    else session.o_session.hangup();
  }

  #onSipml(event) {
    if (!this.#session) return;
    const code = event.getSipResponseCode();
    if (event.type === 'i_notify') {
      const message = messageOf(this.#window, event);
      const ended = /terminated/i.test(message?.subscriptionState ?? '');
      // Nothing known of somebody, an empty body, is as good as not being there.
      this.#onPresence(ended ? 'offline' : readPidf(toText(message?.bytes)));
    } else if (event.type === 'i_ao_request' && code >= 400 && code !== 401 && code !== 407) {
      this.#onPresence('unknown');
    }
  }
}
