import { DetailEvent } from '../lib/detail-event.js';
import { Call } from './call.js';
import { outcomeOf } from './outcome.js';
import { Presence } from './presence.js';
import { phoneState } from './state.js';

const SECOND_CREDENTIAL_AFTER = 3000;
const NAME_WITHIN = 500;

/**
 * The phone of one person in the one tab that holds the registration. Knows no DOM: what it needs of the
 * browser is handed in.
 *
 * Events: `state` ({state}), `calls` ({calls}), `message` ({from, fromName, id, text, sentAt}), `notice` (what to tell after a call: {word, peer, peerName, canWrite, canCall, direction}).
 */
export class Phone extends EventTarget {
  callWaiting = false;
  #createStack;
  #credentials;
  #media;
  #lookUpName;
  #clock;
  #stack = null;
  #presence;
  #link = 'offline';
  #state = 'offline';
  #calls = new Map();
  #names = new Map();
  #seen = new Set();
  #deniedTimer = null;
  #retired = false;

  /**
   * @param {object} options
   * @param {(credential: object) => import('../sip/stack.js').SipStack} options.createStack
   * @param {import('./credentials.js').Credentials} options.credentials
   * @param {object} options.media capture, newStream, watchQuality
   * @param {(user: string) => Promise<string>} options.lookUpName
   * @param {(presence: string) => string} options.describePresence
   */
  constructor({ createStack, credentials, media, lookUpName, describePresence, clock = globalThis }) {
    super();
    this.#createStack = createStack;
    this.#credentials = credentials;
    this.#media = media;
    this.#lookUpName = lookUpName;
    this.#clock = clock;
    this.#presence = new Presence(describePresence);
  }

  get state() {
    return this.#state;
  }

  get calls() {
    return [...this.#calls.values()].map((call) => call.snapshot());
  }

  get hasCalls() {
    return this.#calls.size > 0;
  }

  get isRegistered() {
    return this.#link === 'registered';
  }

  /** Registers, with the credential that is here already if there is one. */
  start() {
    if (this.#stack) return;
    this.#setLink('connecting');
    const stack = this.#createStack(this.#credentials.current);
    this.#stack = stack;
    stack.addEventListener('registered', () => this.#onRegistered());
    stack.addEventListener('down', () => this.#onDown());
    stack.addEventListener('denied', () => this.#onDenied());
    stack.addEventListener('incoming', (event) => this.#onIncoming(event.detail.call));
    stack.addEventListener('message', (event) => this.#onMessage(event.detail));
  }

  /** Gives the registration up; calls end. One that rings goes on ringing wherever its owner is next. */
  stop({ unregister = true } = {}) {
    for (const call of [...this.#calls.values()]) {
      if (call.state === 'ringing') call.abandon();
      else call.hangup();
    }
    this.#clock.clearTimeout(this.#deniedTimer);
    this.#presence.withdraw();
    this.#presence.disconnect();
    this.#credentials.stop();
    this.#stack?.stop({ unregister });
    this.#stack = null;
    this.#setLink('offline');
  }

  /** Another tab takes over: nothing new begins here any more. */
  retire() {
    this.#retired = true;
  }

  /** The browser woke up, came online, or heard from the portal. */
  wake() {
    this.#stack?.wake();
    for (const call of this.#calls.values()) call.recover();
  }

  onCredential(credential) {
    this.#stack?.renewCredential(credential, !this.isRegistered);
  }

  // --- calls -------------------------------------------------------------------------------------

  /** Calls a person or an address; returns the call's id, or null if that cannot be now. */
  call(userOrAddress, { video = false } = {}) {
    const user = this.#userOf(userOrAddress);
    if (user === '') return null;
    if (!this.isRegistered || this.#calls.size > 0) {
      const word = this.#calls.size > 0 ? 'inCall' : 'unsent';
      this.#notice({ word, canWrite: false, canCall: false }, user, this.#names.get(user) ?? user, 'outgoing');
      return null;
    }
    const sip = this.#stack.newCall({ user, name: this.#names.get(user) ?? '' }, video);
    const call = this.#add(sip);
    call.start((each) => this.#stack.dial(each));
    call.named = this.#nameCall(call);
    return call.id;
  }

  answer(id, options) {
    for (const other of this.#calls.values()) {
      if (other.id !== id && other.isAnswered && !other.heldByUs) other.hold(true);
    }
    return this.#calls.get(id)?.answer(options);
  }

  decline(id) {
    this.#calls.get(id)?.decline();
  }

  hangup(id) {
    this.#calls.get(id)?.hangup();
  }

  hold(id, on) {
    return this.#calls.get(id)?.hold(on);
  }

  mute(id, on) {
    this.#calls.get(id)?.mute(on);
  }

  camera(id, on) {
    return this.#calls.get(id)?.setCamera(on);
  }

  sendKey(id, key) {
    this.#calls.get(id)?.sendKey(key);
  }

  /** A microphone or camera was chosen: calls that go on use it from now on. */
  useChosen(kind) {
    return Promise.all([...this.#calls.values()].map((call) => call.useChosen(kind)));
  }

  /** `{local, remote}` of a call. */
  streamsOf(id) {
    const call = this.#calls.get(id);
    return call ? { local: call.stream, remote: call.remoteStream } : null;
  }

  // --- messages and presence -----------------------------------------------------------------------

  async send(user, { id, text }) {
    if (!this.isRegistered) throw Object.assign(new Error('no connection'), { code: 0, retryAfter: 0 });
    return this.#stack.sendMessage(user, id, text);
  }

  /** Nobody is at this browser, or somebody is again. */
  setIdle(idle) {
    this.#presence.idle = idle;
  }

  // --- what comes from the stack -------------------------------------------------------------------

  #onRegistered() {
    this.#setLink('registered');
    this.#presence.connect(this.#stack);
    for (const call of this.#calls.values()) call.recover();
  }

  #onDown() {
    this.#setLink('reconnecting');
    this.#presence.disconnect();
    for (const call of [...this.#calls.values()]) if (!call.isAnswered) call.abandon();
  }

  #onDenied() {
    if (this.#link === 'registered') this.#setLink('reconnecting');
    this.#clock.clearTimeout(this.#deniedTimer);
    this.#credentials.renew().then((renewed) => {
      if (renewed) return;
      this.#deniedTimer = this.#clock.setTimeout(() => this.#onDenied(), SECOND_CREDENTIAL_AFTER);
    });
  }

  #onIncoming(sip) {
    if (this.#retired) return;
    const busy = this.#calls.size > 0 && !this.callWaiting;
    if (busy) {
      sip.reject(486, 'Busy Here');
      return;
    }
    const call = this.#add(sip);
    call.named = this.#nameCall(call);
  }

  #onMessage({ from, fromName, id, text }) {
    const key = `${from} ${id}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#seen.size > 500) this.#seen.delete(this.#seen.values().next().value);
    this.dispatchEvent(new DetailEvent('message', { from, fromName, id, text, sentAt: new Date().toISOString() }));
  }

  #add(sip) {
    const call = new Call({
      id: `c-${(this.#media.randomId ?? randomId)()}`,
      sip,
      media: this.#media,
      peerName: this.#names.get(sip.peer.user),
      signalling: () => this.isRegistered,
      clock: this.#clock,
    });
    this.#calls.set(call.id, call);
    call.addEventListener('change', () => this.#update());
    call.addEventListener('ended', (event) => this.#onEnded(call, event.detail));
    this.#update();
    return call;
  }

  async #onEnded(call, end) {
    this.#calls.delete(call.id);
    this.#update();
    // A call may fail before its name is known.
    if (!this.#names.has(call.peer)) await Promise.race([call.named, this.#pause(NAME_WITHIN)]);
    const outcome = outcomeOf({ direction: call.direction, answered: call.answeredAt > 0 }, end);
    if (!outcome) return;
    const { peer } = call;
    const known = this.#names.get(peer);
    this.#notice(outcome, peer, known ?? call.peerName, call.direction, call.video);
    if (known) return;
    // What is said does not wait any longer; whoever shows it is told the name when it comes.
    await call.named;
    const peerName = this.#names.get(peer);
    if (peerName) this.dispatchEvent(new DetailEvent('named', { peer, peerName }));
  }

  #notice(outcome, peer, peerName, direction, video = false) {
    this.dispatchEvent(new DetailEvent('notice', { ...outcome, peer, peerName, direction, video }));
  }

  async #nameCall(call) {
    const known = this.#names.get(call.peer) ?? (await this.#lookUpName(call.peer).catch(() => ''));
    if (!known) return;
    this.#names.set(call.peer, known);
    if (!call.isOver && call.peerName !== known) call.rename(known);
  }

  #pause(milliseconds) {
    return new Promise((resolve) => this.#clock.setTimeout(resolve, milliseconds));
  }

  // Somebody of our own organisation is meant by the name alone.
  #userOf(userOrAddress) {
    const address = userOrAddress.trim().replace(/^sips?:/i, '');
    const own = `@${this.#credentials.current?.domain ?? ''}`.toLowerCase();
    return address.toLowerCase().endsWith(own) ? address.slice(0, -own.length) : address;
  }

  #setLink(link) {
    if (this.#link === link) return;
    this.#link = link;
    this.#update();
  }

  #update() {
    const calls = this.calls;
    this.#presence.inCall = [...this.#calls.values()].some((call) => call.isAnswered);
    const state = phoneState(this.#link, calls);
    this.dispatchEvent(new DetailEvent('calls', { calls }));
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new DetailEvent('state', { state }));
  }
}

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
