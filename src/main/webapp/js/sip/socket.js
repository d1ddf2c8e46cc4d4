import { DetailEvent } from '../lib/detail-event.js';
import { Backoff } from '../lib/backoff.js';
import { bytesToByteString, startLine, toByteString } from './wire.js';

const CONNECT_TIMEOUT = 6000;
const QUIET_BEFORE_PING = 12000;
const PING_TIMEOUT = 5000;
const QUEUE_LIMIT = 100;
const QUEUE_AGE = 30000;
/** Requests that mean nothing any more once the connection they were for is gone. */
const STALE = new Set(['REGISTER', 'SUBSCRIBE', 'PUBLISH', 'MESSAGE', 'OPTIONS']);

/**
 * The WebSocket that sipML5 is handed: one object for the life of the stack, whatever happens to the
 * connection underneath. sipML5 gives up when its socket closes and forgets every dialog; here the
 * connection is made anew and calls keep their dialogs.
 *
 * Events: `up`, `down`, `frame` ({raw, outgoing}).
 */
export class SipSocket extends EventTarget {
  // What sipML5 sets on a WebSocket.
  binaryType = 'arraybuffer';
  onopen = null;
  onclose = null;
  onmessage = null;
  onerror = null;

  #url;
  #open;
  #timers;
  #backoff;
  #ping;
  #headers;
  #inner = null;
  #retryTimer = null;
  #connectTimer = null;
  #watchTimer = null;
  #lastHeard = 0;
  #queue = [];
  #announced = false;
  #released = false;
  #stopped = false;

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {(url: string) => WebSocket} options.open makes the real connection
   * @param {() => string} options.ping a request whose answer proves that the other end lives
   * @param {Record<string, string>} options.headers sent with every message
   */
  constructor({ url, open, ping, headers, timers = globalThis, random = Math.random }) {
    super();
    this.#url = url;
    this.#open = open;
    this.#ping = ping;
    this.#headers = headers;
    this.#timers = timers;
    this.#backoff = new Backoff(random);
    this.#connect();
  }

  get isUp() {
    return this.#inner !== null && this.#inner.readyState === 1;
  }

  /** sipML5 sends through here. While there is no connection, what still matters waits. */
  send(text) {
    const message = this.#withHeaders(text);
    const { method, code } = startLine(message);
    const mayGo = this.isUp && (this.#released || STALE.has(method) || code > 0);
    if (mayGo) this.#transmit(message);
    else if (!STALE.has(method)) this.#enqueue(message);
  }

  /** Lets what waited go: the registration stands again. */
  release() {
    this.#released = true;
    const now = Date.now();
    const waiting = this.#queue.filter((entry) => now - entry.at < QUEUE_AGE);
    this.#queue = [];
    for (const { message } of waiting) this.send(message);
  }

  /** Tries at once instead of waiting for the next attempt. */
  retryNow() {
    if (this.#stopped || this.isUp || this.#connectTimer !== null) return;
    this.#backoff.reset();
    this.#timers.clearTimeout(this.#retryTimer);
    this.#retryTimer = null;
    this.#connect();
  }

  /** Asks the other end for a sign of life now, for instance after sleep. */
  probe() {
    if (this.isUp) this.#sendPing();
    else this.retryNow();
  }

  /** Drops a connection that does not answer and makes another. */
  renew() {
    if (this.#inner) this.#lost(this.#inner, true);
  }

  /** For good; tells sipML5 so. */
  close() {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#clearTimers();
    const inner = this.#inner;
    this.#inner = null;
    if (inner) inner.close(1000);
    if (this.onclose) this.onclose.call(this, { reason: 'closed' });
  }

  #connect() {
    if (this.#stopped) return;
    let inner;
    try {
      inner = this.#open(this.#url);
    } catch {
      this.#retryLater();
      return;
    }
    this.#inner = inner;
    inner.binaryType = 'arraybuffer';
    this.#connectTimer = this.#timers.setTimeout(() => this.#lost(inner), CONNECT_TIMEOUT);
    inner.onopen = () => this.#opened(inner);
    inner.onclose = () => this.#lost(inner);
    inner.onerror = () => {};
    inner.onmessage = (event) => this.#received(inner, event.data);
    // One that was opened before it was handed to us does not say so again.
    if (inner.readyState === 1) queueMicrotask(() => this.#opened(inner));
  }

  #opened(inner) {
    if (inner !== this.#inner) return;
    this.#timers.clearTimeout(this.#connectTimer);
    this.#connectTimer = null;
    this.#backoff.reset();
    this.#lastHeard = Date.now();
    this.#watch();
    if (!this.#announced) {
      this.#announced = true;
      if (this.onopen) this.onopen.call(this, {});
    }
    this.dispatchEvent(new Event('up'));
  }

  #lost(inner, atOnce = false) {
    if (inner !== this.#inner) return;
    const wasUp = this.#connectTimer === null;
    this.#clearTimers();
    this.#inner = null;
    this.#released = false;
    inner.onopen = inner.onclose = inner.onmessage = inner.onerror = null;
    inner.close();
    if (this.#stopped) return;
    if (wasUp) this.dispatchEvent(new Event('down'));
    if (atOnce) this.#connect();
    else this.#retryLater();
  }

  #retryLater() {
    this.#retryTimer = this.#timers.setTimeout(() => {
      this.#retryTimer = null;
      this.#connect();
    }, this.#backoff.next());
  }

  #received(inner, data) {
    if (inner !== this.#inner) return;
    this.#lastHeard = Date.now();
    const raw = typeof data === 'string' ? toByteString(data) : bytesToByteString(data);
    if (raw.trim() === '') return;
    const event = new DetailEvent('frame', { raw, outgoing: false }, { cancelable: true });
    if (!this.dispatchEvent(event)) return;
    if (this.onmessage) this.onmessage.call(this, { data: raw });
  }

  #transmit(message) {
    this.dispatchEvent(new DetailEvent('frame', { raw: message, outgoing: true }));
    this.#inner.send(message);
  }

  #enqueue(message) {
    this.#queue.push({ message, at: Date.now() });
    if (this.#queue.length > QUEUE_LIMIT) this.#queue.shift();
  }

  #withHeaders(text) {
    const end = text.indexOf('\r\n');
    const added = Object.entries(this.#headers)
      .filter(([name]) => !text.includes(`\r\n${name}:`))
      .map(([name, value]) => `\r\n${name}: ${value}`);
    return text.slice(0, end) + added.join('') + text.slice(end);
  }

  #watch() {
    const quiet = Date.now() - this.#lastHeard;
    const wait = Math.max(QUIET_BEFORE_PING - quiet, 1000);
    this.#watchTimer = this.#timers.setTimeout(() => {
      if (Date.now() - this.#lastHeard >= QUIET_BEFORE_PING - 50) this.#sendPing();
      else this.#watch();
    }, wait);
  }

  #sendPing() {
    const inner = this.#inner;
    const sent = Date.now();
    this.#timers.clearTimeout(this.#watchTimer);
    inner.send(this.#ping());
    this.#watchTimer = this.#timers.setTimeout(() => {
      if (this.#lastHeard < sent) this.#lost(inner, true);
      else this.#watch();
    }, PING_TIMEOUT);
  }

  #clearTimers() {
    for (const timer of [this.#retryTimer, this.#connectTimer, this.#watchTimer]) {
      this.#timers.clearTimeout(timer);
    }
    this.#retryTimer = this.#connectTimer = this.#watchTimer = null;
  }
}
