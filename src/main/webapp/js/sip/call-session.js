import { DetailEvent } from '../lib/detail-event.js';
import { callIdOf, offerAgain, peerConnectionOf, rejectWith } from './engine.js';
import { reason, startLine } from './wire.js';

const HOLD_TIMEOUT = 10000;

/**
 * One call as SIP sees it.
 *
 * Events: `ringing`, `answered`, `ended` ({code, phrase, cause, text, by}); `by` says who ended it:
 * `us`, `peer`, `server` (a failure) or `network`.
 */
export class SipCall extends EventTarget {
  direction;
  peer;
  wantsVideo;
  callId = '';
  #window;
  #session;
  #phase;
  #holding = null;

  constructor({ window, session, direction, peer, wantsVideo }) {
    super();
    this.#window = window;
    this.#session = session;
    this.direction = direction;
    this.peer = peer;
    this.wantsVideo = wantsVideo;
    this.#phase = direction === 'incoming' ? 'early' : 'new';
    if (direction === 'incoming') this.callId = callIdOf(session);
    session.setConfiguration({
      events_listener: { events: '*', listener: (event) => this.#onSipml(event) },
    });
  }

  /** The media adapter's peer connection; null before `dial` and after the end. */
  get peerConnection() {
    return peerConnectionOf(this.#session);
  }

  get isEstablished() {
    return this.#phase === 'established';
  }

  get isOver() {
    return this.#phase === 'over';
  }

  /** Starts the INVITE; it leaves once the peer connection has been given its media. */
  dial(uri) {
    this.#phase = 'calling';
    const result = this.#session.call(uri);
    this.callId = callIdOf(this.#session);
    return result === 0 && this.peerConnection !== null;
  }

  accept() {
    return this.#session.accept() === 0;
  }

  reject(code, phrase) {
    if (this.isOver) return;
    rejectWith(this.#window, this.#session, code, phrase);
    this.#end({ code, phrase, by: 'us' });
  }

  /** Hangs up, or gives up calling. */
  hangup() {
    if (this.isOver) return;
    const sent = this.#phase;
    if (sent === 'new') {
      this.#end({ code: 487, by: 'us' });
      return;
    }
    if (sent === 'established') {
      this.#end({ code: 200, by: 'us' });
    } else {
      this.#phase = 'cancelling';
      this.#emit('ended', ended({ code: 487, by: 'us' }));
    }
    this.#session.hangup();
  }

  /** Resolves to whether the other side took the hold (or the resume). */
  hold(on) {
    return new Promise((resolve) => {
      const done = (result) => {
        this.#window.clearTimeout(timer);
        this.#holding = null;
        resolve(result);
      };
      const timer = this.#window.setTimeout(() => done(false), HOLD_TIMEOUT);
      this.#holding = done;
      const pc = this.peerConnection;
      if (pc) pc.mayResume = !on;
      const result = on ? this.#session.hold() : this.#session.resume();
      if (result !== 0) done(false);
    });
  }

  /** Sends a new offer with what the peer connection now has. */
  offerAgain(withVideo) {
    return this.isEstablished && offerAgain(this.#window, this.#session, withVideo);
  }

  /** A key of the dial pad as SIP INFO, for where RFC 4733 was not negotiated. */
  sendKey(key) {
    this.#session.dtmf(key);
  }

  /** The connection to the server went while nothing was settled: neither side can finish this. */
  abandon() {
    if (this.isOver || this.isEstablished) return;
    this.peerConnection?.close();
    this.#end({ code: 0, by: 'network' });
  }

  /** A message of this call as it came in. */
  onFrame(raw) {
    const { method, code, phrase } = startLine(raw);
    if (method === 'BYE' && code === 0) {
      this.#end({ code: 200, by: 'peer', ...reason(raw) });
    } else if (method === 'CANCEL' && code === 0) {
      this.#end({ code: 487, by: 'peer', ...reason(raw) });
    } else if (method === 'INVITE' && code > 0) {
      this.#onAnswerToInvite(code, phrase, raw);
    }
  }

  #onAnswerToInvite(code, phrase, raw) {
    if (this.#phase === 'calling') {
      if (code === 180 || code === 183) this.#emit('ringing');
      else if (code >= 300 && code !== 401 && code !== 407) {
        this.#end({ code, phrase, by: 'server', ...reason(raw) });
      }
    } else if (this.#phase === 'cancelling' && code >= 200) {
      // Answered and cancelled crossed each other: hang up what was answered.
      if (code < 300) this.#window.setTimeout(() => this.#session.hangup(), 0);
      this.#phase = 'over';
    } else if (this.#phase === 'established' && code === 481) {
      this.#end({ code, phrase, by: 'server' });
    }
  }

  #onSipml(event) {
    switch (event.type) {
      case 'connected':
        if (this.#phase === 'calling' || this.#phase === 'early') {
          this.#phase = 'established';
          this.#emit('answered');
        }
        break;
      case 'm_local_hold_ok':
      case 'm_local_resume_ok':
        this.#holding?.(true);
        break;
      case 'm_local_hold_nok':
      case 'm_local_resume_nok':
        this.#holding?.(false);
        break;
      case 'terminated':
        this.#end({ code: Math.max(event.getSipResponseCode(), 0), by: 'network' });
        break;
      default:
    }
  }

  #end(detail) {
    if (this.isOver) return;
    const told = this.#phase === 'cancelling';
    this.#phase = 'over';
    this.#holding?.(false);
    if (!told) this.#emit('ended', ended(detail));
  }

  // After sipML5 has handled the message that this is about.
  #emit(type, detail = null) {
    queueMicrotask(() => this.dispatchEvent(new DetailEvent(type, detail)));
  }
}

function ended(detail) {
  return { code: 0, phrase: '', cause: 0, text: '', by: 'server', ...detail };
}
