import { DetailEvent } from '../lib/detail-event.js';
import { GatheringLimit } from './gathering.js';
import { isHeldBy, sends } from './sdp.js';

/**
 * The peer connection under sipML5: today's RTCPeerConnection behind the interface of 2014 that sipML5
 * speaks (streams instead of tracks, callbacks instead of promises, all candidates at once).
 *
 * For our own side it adds `remoteStream`, `remote` with an event of that name ({held, video}: whether the
 * other side holds, whether it sends pictures), and methods to give and change media within a call.
 */
export function createPeerConnectionClass(Native, { MediaStream, certificates = () => [] }) {
  return class ParleyPeerConnection extends Native {
    remoteStream = new MediaStream();
    remote = { held: false, video: false };
    /** Set before sipML5's resume: only then does a stream that it adds again end our hold. */
    mayResume = false;
    #legacy = { onaddstream: null, onremovestream: null, onicecandidate: null, onnegotiationneeded: null };
    #wants;
    #limit;
    #given = null;
    #askedFor = null;
    #held = false;
  #started = false;
    #ownTracks = new Map();

    constructor(configuration, constraints) {
      const iceServers = configuration?.iceServers ?? [];
      super({ iceServers, rtcpMuxPolicy: 'require', certificates: certificates() });
      this.#wants = {
        audio: constraints?.mandatory?.OfferToReceiveAudio !== false,
        video: constraints?.mandatory?.OfferToReceiveVideo === true,
      };
      // Without servers to ask, all that is of use is there at once; browsers go on for TCP, of no use here.
      const silence = iceServers.length > 0 ? 500 : 40;
      this.#limit = new GatheringLimit(() => this.#tellGathered(), { silence });
      super.addEventListener('icecandidate', ({ candidate }) => {
        if (!candidate) this.#limit.finish();
        else if (candidate.candidate && candidate.protocol !== 'tcp') this.#limit.candidate();
      });
      super.addEventListener('track', (event) => this.#onTrack(event));
    }

    // --- what sipML5 sets and reads -------------------------------------------------------------

    get onaddstream() {
      return this.#legacy.onaddstream;
    }
    set onaddstream(listener) {
      this.#legacy.onaddstream = listener;
    }
    get onremovestream() {
      return this.#legacy.onremovestream;
    }
    set onremovestream(listener) {
      this.#legacy.onremovestream = listener;
    }
    get onicecandidate() {
      return this.#legacy.onicecandidate;
    }
    set onicecandidate(listener) {
      this.#legacy.onicecandidate = listener;
    }
    get onnegotiationneeded() {
      return this.#legacy.onnegotiationneeded;
    }
    set onnegotiationneeded(listener) {
      this.#legacy.onnegotiationneeded = listener;
    }
    get iceGatheringState() {
      return this.#limit.isFinished ? 'complete' : super.iceGatheringState;
    }

    createOffer(success, failure) {
      if (typeof success !== 'function') return super.createOffer(success);
      this.#ensureReceivers();
      super.createOffer().then(success, failure);
      return undefined;
    }

    createAnswer(success, failure) {
      if (typeof success !== 'function') return super.createAnswer(success);
      super.createAnswer().then(success, failure);
      return undefined;
    }

    setLocalDescription(description, success, failure) {
      const done = super.setLocalDescription(description).then(() => {
        if (super.iceGatheringState === 'complete') this.#limit.finish();
        else this.#limit.start();
      });
      if (typeof success !== 'function') return done;
      done.then(success, failure);
      return undefined;
    }

    setRemoteDescription(description, success, failure) {
      const ours = description.type === 'answer' ? (this.localDescription?.sdp ?? '') : null;
      const done = super.setRemoteDescription(description).then(() => {
        this.remote = { held: isHeldBy(description.sdp, ours), video: sends(description.sdp, 'video') };
        this.dispatchEvent(new DetailEvent('remote', this.remote));
        this.#legacy.onaddstream?.call(this, { stream: this.remoteStream });
      });
      if (typeof success !== 'function') return done;
      done.then(success, failure);
      return undefined;
    }

    addStream(stream) {
      // sipML5 adds its stream again with every offer; what is sent was decided by `replace` since.
      const resuming = this.#held && this.mayResume;
      if (this.#started && !resuming) return;
      this.#started = true;
      this.#held = false;
      this.mayResume = false;
      if (resuming) this.#takeBack();
      else for (const track of stream.getTracks()) this.#send(track, stream);
      if (resuming) this.requestOffer();
    }

    removeStream() {
      if (this.#held || this.signalingState === 'closed') return;
      this.#held = true;
      for (const transceiver of this.getTransceivers()) {
        this.#ownTracks.set(transceiver, { track: transceiver.sender.track, direction: transceiver.direction });
        transceiver.sender.replaceTrack(null);
        if (transceiver.direction === 'sendrecv') transceiver.direction = 'sendonly';
        else if (transceiver.direction === 'recvonly') transceiver.direction = 'inactive';
      }
      this.requestOffer();
    }

    close() {
      this.#limit.cancel();
      super.close();
    }

    // --- what our own side uses ------------------------------------------------------------------

    get isHeld() {
      return this.#held;
    }

    /** The camera and microphone that sipML5 waits for; an empty stream when there is nothing to give. */
    give(stream) {
      this.#given = stream;
      this.#askedFor?.(stream);
      this.#askedFor = null;
    }

    /** Called for sipML5's getUserMedia: the stream comes when we have one. */
    ask(callback) {
      if (this.#given) queueMicrotask(() => callback(this.#given));
      else this.#askedFor = callback;
    }

    /** Tells sipML5 that an offer has to go out. */
    requestOffer() {
      queueMicrotask(() => this.#legacy.onnegotiationneeded?.call(this, {}));
    }

    /** New candidates on the next offer, after the network changed. */
    restartIce() {
      this.#limit.restart();
      super.restartIce();
    }

    /**
     * Sends this track from now on, or nothing for null. Returns whether the other side has to be told
     * by a new offer.
     */
    async replace(kind, track, stream) {
      const transceiver = this.getTransceivers().find((each) => isOfKind(each, kind) && !each.stopped);
      if (!transceiver) {
        if (track) super.addTrack(track, stream);
        return track !== null;
      }
      if (this.#held) {
        const own = this.#ownTracks.get(transceiver) ?? { direction: 'sendrecv' };
        this.#ownTracks.set(transceiver, { track, direction: track ? 'sendrecv' : own.direction });
        return false;
      }
      await transceiver.sender.replaceTrack(track);
      if (!track || transceiver.direction === 'sendrecv' || transceiver.direction === 'sendonly') return false;
      transceiver.direction = transceiver.direction === 'recvonly' ? 'sendrecv' : 'sendonly';
      return true;
    }

    #takeBack() {
      for (const transceiver of this.getTransceivers()) {
        const own = this.#ownTracks.get(transceiver);
        if (!own) continue;
        transceiver.sender.replaceTrack(own.track);
        transceiver.direction = own.direction;
      }
      this.#ownTracks.clear();
    }

    #send(track, stream) {
      if (this.getSenders().some((sender) => sender.track === track)) return;
      super.addTrack(track, stream);
    }

    // Media that we only want to receive still need a line in the offer.
    #ensureReceivers() {
      for (const kind of ['audio', 'video']) {
        if (!this.#wants[kind]) continue;
        if (this.getTransceivers().some((each) => isOfKind(each, kind))) continue;
        super.addTransceiver(kind, { direction: 'recvonly' });
      }
    }

    #onTrack(event) {
      if (!this.remoteStream.getTracks().includes(event.track)) this.remoteStream.addTrack(event.track);
    }

    #tellGathered() {
      this.#legacy.onicecandidate?.call(this, { candidate: null });
    }
  };
}

function isOfKind(transceiver, kind) {
  return (transceiver.receiver.track?.kind ?? transceiver.sender.track?.kind) === kind;
}

/**
 * Puts the adapter where sipML5 looks for a browser of its time. Before SIPml-api.js is loaded: it makes
 * `RTCPeerConnection` a global of its own.
 */
export function installAdapter(window) {
  const { navigator } = window;
  const Native = window.RTCPeerConnection;
  let latest = null;
  let certificate = null;
  // Making a key takes time that the first call would feel.
  Native.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' }).then(
    (made) => (certificate = made),
    () => {},
  );
  const Adapter = createPeerConnectionClass(Native, {
    MediaStream: window.MediaStream,
    certificates: () => (certificate && certificate.expires > Date.now() + 86400000 ? [certificate] : undefined),
  });
  window.webkitRTCPeerConnection = class extends Adapter {
    constructor(...args) {
      super(...args);
      latest = this;
    }
  };
  // sipML5 asks right after it made the peer connection; the stream is given to that one.
  const getUserMedia = (constraints, success) => latest.ask(success);
  Object.defineProperty(navigator, 'webkitGetUserMedia', { value: getUserMedia, configurable: true });
  if (navigator.mozGetUserMedia) {
    Object.defineProperty(navigator, 'mozGetUserMedia', { value: undefined, configurable: true });
  }
}
