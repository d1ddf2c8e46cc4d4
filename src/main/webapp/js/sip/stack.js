import { DetailEvent } from '../lib/detail-event.js';
import { SipCall } from './call-session.js';
import { adaptSipml, nameHost } from './compat.js';
import { forget, messageOf, replaceCredential, setNetwork } from './engine.js';
import { Publication } from './publication.js';
import { SipSocket } from './socket.js';
import { receiveMessage, sendMessage } from './messages.js';
import { body, header, nameAddress, offers, startLine } from './wire.js';

const EXPIRES = 90;
const REGISTER_TIMEOUT = 8000;

/**
 * Our SIP user agent: sipML5 with a connection that comes back by itself.
 *
 * Events: `registered`; `down` (the registration stands no more); `denied` ({code}: the credential is
 * refused); `incoming` ({call}); `message` ({from, fromName, id, text}).
 */
export class SipStack extends EventTarget {
  #window;
  #stack;
  #socket = null;
  #identity;
  #registration = null;
  #registerTimer = null;
  #refusals = 0;
  #registered = false;
  #calls = new Map();
  #invites = new Map();
  #texts = new Map();
  #retryAfter = new Map();

  /**
   * @param {object} options
   * @param {{user: string, domain: string, displayName: string}} options.identity
   * @param {{username: string, password: string, iceServers?: RTCIceServer[]}} options.credential
   * @param {string} options.url of the WebSocket
   * @param {string} options.device the X-Parley-Device
   */
  constructor({ window, identity, credential, url, device }) {
    super();
    this.#window = window;
    this.#identity = identity;
    adaptSipml(window, randomHost());
    const { user, domain, displayName } = identity;
    this.#stack = new window.SIPml.Stack({
      realm: domain,
      impi: credential.username,
      impu: `sip:${user}@${domain}`,
      password: credential.password,
      display_name: displayName.replace(/["\\\r\n]/g, ''),
      websocket_proxy_url: url,
      enable_rtcweb_breaker: false,
      enable_early_ims: true,
      events_listener: { events: '*', listener: (event) => this.#onSipml(event) },
    });
    setNetwork(window, this.#stack, { url, iceServers: credential.iceServers ?? [] });
    this.#start(device);
  }

  get isRegistered() {
    return this.#registered;
  }

  get domain() {
    return this.#identity.domain;
  }

  /** A renewed credential; `now` registers with it at once. */
  renewCredential(credential, now = false) {
    replaceCredential(this.#stack, credential);
    this.#refusals = 0;
    if (now) this.#register();
  }

  /** The browser is online again, visible again, or somebody heard from the server. */
  wake() {
    if (this.#socket.isUp && !this.#registered && this.#registerTimer === null) this.#register();
    else this.#socket.probe();
  }

  /** A new outgoing call; nothing is sent before `dial`. */
  newCall(peer, video) {
    const session = this.#stack.newSession(video ? 'call-audiovideo' : 'call-audio', {});
    return this.#adopt(session, 'outgoing', peer, video);
  }

  dial(call) {
    const started = call.dial(this.uriOf(call.peer.user));
    if (started) this.#calls.set(call.callId, call);
    return started;
  }

  sendMessage(user, id, text) {
    return sendMessage(this.#window, this.#stack, this.uriOf(user), id, text, (callId) => {
      const seconds = this.#retryAfter.get(callId) ?? 0;
      this.#retryAfter.delete(callId);
      return seconds;
    });
  }

  newPublication() {
    return new Publication(this.#stack);
  }

  /** `bob` or `sip:bob@elsewhere` as an address. */
  uriOf(userOrAddress) {
    const address = userOrAddress.replace(/^sips?:/, '');
    return `sip:${address.includes('@') ? address : `${address}@${this.domain}`}`;
  }

  /** Leaves: the registration is taken back if that can be said in time. */
  stop({ unregister = true } = {}) {
    this.#window.clearTimeout(this.#registerTimer);
    const socket = this.#socket;
    const registration = this.#registration;
    this.#registration = null;
    if (registration && unregister && this.#registered) {
      registration.unregister();
      this.#window.setTimeout(() => socket.close(), 300);
    } else {
      socket.close();
    }
    this.#registered = false;
  }

  #start(device) {
    const window = this.#window;
    const native = window.WebSocket;
    const stack = this;
    // sipML5 makes its socket with the global constructor, within start().
    window.WebSocket = function (address, protocol) {
      stack.#socket = new SipSocket({
        url: address,
        open: (where) => openedEarly(window, where) ?? new native(where, protocol),
        ping: () => ping(window.SIPml.parleyHost, stack.domain),
        headers: { 'User-Agent': userAgent(window.navigator), 'X-Parley-Device': device },
      });
      return stack.#socket;
    };
    try {
      this.#stack.start();
    } finally {
      window.WebSocket = native;
    }
    this.#socket.addEventListener('up', () => this.#onUp());
    this.#socket.addEventListener('down', () => this.#onDown());
    this.#socket.addEventListener('frame', (event) => this.#onFrame(event));
  }

  #onUp() {
    nameHost(this.#window, randomHost());
    // sipML5 learns of its first connection a moment later and refuses to send before.
    const started = () => this.#stack.o_stack.e_state === 1 || this.#registration !== null;
    if (started()) this.#register();
    else this.#window.setTimeout(() => this.#register(), 2);
  }

  #onDown() {
    this.#window.clearTimeout(this.#registerTimer);
    this.#registerTimer = null;
    for (const call of [...this.#calls.values()]) call.abandon();
    this.#setRegistered(false);
  }

  #register() {
    if (this.#registration) forget(this.#registration);
    this.#registration = this.#stack.newSession('register', { expires: EXPIRES });
    this.#registration.register();
    this.#window.clearTimeout(this.#registerTimer);
    this.#registerTimer = this.#window.setTimeout(() => {
      this.#registerTimer = null;
      this.#socket.renew();
    }, REGISTER_TIMEOUT);
  }

  #onFrame(event) {
    const { raw, outgoing } = event.detail;
    if (outgoing) return;
    const { method, code } = startLine(raw);
    if (method === 'OPTIONS' && code > 0) {
      event.preventDefault();
    } else if (method === 'REGISTER' && code >= 200) {
      this.#onRegisterAnswer(code);
    } else if (method === 'INVITE' && code === 0) {
      this.#noteInvite(raw);
    } else if (method === 'MESSAGE' && code === 0) {
      remember(this.#texts, header(raw, 'Call-ID'), raw);
    } else if (method === 'MESSAGE' && code === 503) {
      remember(this.#retryAfter, header(raw, 'Call-ID'), Number.parseInt(header(raw, 'Retry-After'), 10) || 0);
    } else {
      this.#calls.get(header(raw, 'Call-ID'))?.onFrame(raw);
    }
  }

  #onRegisterAnswer(code) {
    this.#window.clearTimeout(this.#registerTimer);
    this.#registerTimer = null;
    if (code < 300) {
      this.#refusals = 0;
      this.#socket.release();
      this.#setRegistered(true);
      return;
    }
    const challenge = code === 401 || code === 407;
    this.#refusals += 1;
    if (!challenge || this.#refusals > 2) {
      this.#registered = false;
      this.dispatchEvent(new DetailEvent('denied', { code }));
    }
  }

  #setRegistered(registered) {
    const changed = this.#registered !== registered;
    this.#registered = registered;
    if (registered && changed) this.dispatchEvent(new Event('registered'));
    if (!registered && changed) this.dispatchEvent(new Event('down'));
  }

  // What sipML5 does not tell about an INVITE: who calls, by name in UTF-8, and with what.
  #noteInvite(raw) {
    const callId = header(raw, 'Call-ID');
    if (this.#calls.has(callId)) return;
    remember(this.#invites, callId, {
      peer: nameAddress(header(raw, 'From')),
      video: offers(body(raw), 'video'),
    });
  }

  #onSipml(event) {
    if (event.type === 'i_new_call') {
      const call = this.#adopt(event.newSession, 'incoming', null, false);
      const known = this.#invites.get(call.callId);
      this.#invites.delete(call.callId);
      if (!known) {
        call.reject(400, 'Bad Request');
        return;
      }
      call.peer = known.peer;
      call.wantsVideo = known.video;
      this.#calls.set(call.callId, call);
      this.dispatchEvent(new DetailEvent('incoming', { call }));
    } else if (event.type === 'i_new_message') {
      const callId = messageOf(this.#window, event)?.callId ?? '';
      const raw = this.#texts.get(callId) ?? '';
      this.#texts.delete(callId);
      const message = receiveMessage(event, raw);
      if (message) this.dispatchEvent(new DetailEvent('message', message));
    }
  }

  #adopt(session, direction, peer, wantsVideo) {
    const call = new SipCall({ window: this.#window, session, direction, peer, wantsVideo });
    call.addEventListener('ended', () => {
      // Late messages of the call (a crossing 200) still find it for a while.
      this.#window.setTimeout(() => this.#calls.delete(call.callId), 5000);
    });
    return call;
  }
}

// What sipML5 never comes back for must not pile up.
function remember(map, key, value) {
  map.set(key, value);
  if (map.size > 100) map.delete(map.keys().next().value);
}

function randomHost() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('')}.invalid`;
}

function userAgent(navigator) {
  const browser = /(Firefox|Edg|Chrome)\/(\d+)/.exec(navigator.userAgent);
  return browser ? `Parley (${browser[1]} ${browser[2]})` : 'Parley';
}

function ping(host, domain) {
  const random = () => Math.random().toString(36).slice(2, 12);
  return [
    `OPTIONS sip:${domain} SIP/2.0`,
    `Via: SIP/2.0/WS ${host};branch=z9hG4bK${random()}`,
    'Max-Forwards: 70',
    `From: <sip:ping@${host}>;tag=${random()}`,
    `To: <sip:${domain}>`,
    `Call-ID: ping-${random()}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** The connection that the page began before its scripts were there (js/early.js), once. */
function openedEarly(window, where) {
  const early = window.parleySocket;
  window.parleySocket = null;
  if (!early) return null;
  if (early.url === where && early.readyState <= 1) return early;
  early.close();
  return null;
}
