import { DetailEvent } from '../lib/detail-event.js';
import { Recovery } from './recovery.js';

const GIVE_UP_AFTER = 20000;
const LINGER = 2500;

/**
 * One call as its owner sees it: what state it is in, what is sent and received, why it ended.
 * States: `calling`, `ringing` (incoming, not yet answered), `in-call`, `held`, `ended`.
 *
 * Events: `change`, `ended` ({code, cause, text, by}).
 */
export class Call extends EventTarget {
  id;
  peer;
  peerName;
  direction;
  state;
  video;
  startedAt;
  answeredAt = 0;
  remoteRinging = false;
  answering = false;
  muted = false;
  camera = false;
  heldByUs = false;
  heldByPeer = false;
  changingHold = false;
  remoteVideo = false;
  problems = {};
  quality = null;
  connection = 'new';
  /** Settled once it is known what the other is called. */
  named = Promise.resolve();
  stream;
  #sip;
  #media;
  #clock;
  #peerConnection = null;
  #undo = new AbortController();
  #giveUpTimer = null;
  #wantsHold = false;
  #transport = null;
  #signalling = () => true;
  #recovery = null;

  /**
   * @param {object} options
   * @param {import('../sip/call-session.js').SipCall} options.sip
   * @param {object} options.media what the browser gives: capture, newStream, watchQuality
   * @param {() => boolean} options.signalling whether the server can be reached now
   */
  constructor({ id, sip, media, peerName, signalling, clock = globalThis }) {
    super();
    this.id = id;
    this.#sip = sip;
    this.#media = media;
    this.#clock = clock;
    this.#signalling = signalling;
    this.peer = sip.peer.user;
    this.peerName = peerName || sip.peer.name || sip.peer.user;
    this.direction = sip.direction;
    this.video = sip.wantsVideo;
    this.state = sip.direction === 'incoming' ? 'ringing' : 'calling';
    this.startedAt = Date.now();
    this.stream = media.newStream([]);
    const { signal } = this.#undo;
    sip.addEventListener('ringing', () => this.#set({ remoteRinging: true }), { signal });
    sip.addEventListener('answered', () => this.#answered(), { signal });
    sip.addEventListener('ended', (event) => this.#ended(event.detail), { signal });
    if (sip.direction === 'incoming') this.#attach(sip.peerConnection);
  }

  get isOver() {
    return this.state === 'ended';
  }

  get isAnswered() {
    return this.state === 'in-call' || this.state === 'held';
  }

  get remoteStream() {
    return this.#peerConnection?.remoteStream ?? null;
  }

  /** Calls: `dial` makes sipML5 ready, the INVITE leaves when camera and microphone are there. */
  async start(dial) {
    // Both take their time: the devices are opened while the peer connection is made.
    const captured = this.#media.capture({ audio: true, video: this.video });
    if (dial(this.#sip)) this.#attach(this.#sip.peerConnection);
    else this.#ended({ code: 0, cause: 0, text: '', by: 'network' });
    await this.#give(captured);
  }

  async answer({ video = false } = {}) {
    if (this.state !== 'ringing' || this.answering) return;
    this.#set({ answering: true, video: this.video && video });
    await this.#give(this.#media.capture({ audio: true, video: this.video }));
    if (!this.isOver) this.#sip.accept();
  }

  decline() {
    this.#sip.reject(603, 'Decline');
  }

  refuseAsBusy() {
    this.#sip.reject(486, 'Busy Here');
  }

  hangup() {
    if (this.state === 'ringing') this.decline();
    else this.#sip.hangup();
  }

  /** The server cannot be reached and this call was not settled yet. */
  abandon() {
    this.#sip.abandon();
  }

  async hold(on) {
    this.#wantsHold = on;
    if (!this.isAnswered || this.changingHold) return;
    this.#set({ changingHold: true });
    let done = true;
    // Whoever changes their mind meanwhile gets what they wanted last.
    while (done && this.heldByUs !== this.#wantsHold && !this.isOver) {
      const next = this.#wantsHold;
      done = await this.#sip.hold(next);
      if (done) this.#set({ heldByUs: next });
    }
    this.#set({ changingHold: false });
  }

  mute(on) {
    for (const track of this.stream.getAudioTracks()) track.enabled = !on;
    this.#set({ muted: on });
  }

  /** Camera on or off; on, in a call that had none, asks the other side for video. */
  async setCamera(on) {
    if (!this.isAnswered || on === this.camera) return;
    if (on) await this.#replaceWithNew('video');
    else {
      await this.#peerConnection?.replace('video', null, this.stream);
      this.#stopTracks('video');
      this.#set({ camera: false });
    }
  }

  /** Another microphone or camera was chosen while we talk. */
  async useChosen(kind) {
    if (kind === 'microphone' && this.isAnswered) await this.#replaceWithNew('audio');
    if (kind === 'camera' && this.camera) await this.#replaceWithNew('video');
  }

  /** A key of the dial pad: in the sound stream where that was negotiated, else by INFO. */
  sendKey(key) {
    const sender = this.#peerConnection?.getSenders().find((each) => each.track?.kind === 'audio');
    if (sender?.dtmf?.canInsertDTMF) sender.dtmf.insertDTMF(sender.dtmf.toneBuffer + key, 120, 70);
    else this.#sip.sendKey(key);
  }

  /** Looks for a new way between the two, after the network changed. */
  recover() {
    this.#recovery?.renewed();
  }

  #seekPath() {
    if (!this.isAnswered || !this.#signalling()) return false;
    this.#peerConnection.restartIce();
    this.#sip.offerAgain(this.video);
    return true;
  }

  /** What others may know of this call: plain data. */
  snapshot() {
    const {
      id, peer, peerName, direction, state, video, startedAt, answeredAt, remoteRinging, answering, muted, camera,
      heldByUs, heldByPeer, changingHold, remoteVideo, problems, quality, connection,
    } = this;
    return {
      id, peer, peerName, direction, state, video, startedAt, answeredAt, remoteRinging, answering, muted, camera,
      heldByUs, heldByPeer, changingHold, remoteVideo, problems: { ...problems }, quality, connection,
    };
  }

  rename(name) {
    this.#set({ peerName: name });
  }

  async #give(captured) {
    const { tracks, problems } = await captured;
    if (this.isOver) {
      for (const track of tracks) track.stop();
      return;
    }
    for (const track of tracks) this.#keep(track);
    this.#set({ problems, camera: this.stream.getVideoTracks().length > 0 });
    this.#peerConnection?.give(this.#media.newStream(this.stream.getTracks()));
  }

  async #replaceWithNew(kind) {
    const { tracks, problems } = await this.#media.capture({ audio: kind === 'audio', video: kind === 'video' });
    const track = tracks[0];
    if (!track || this.isOver) {
      track?.stop();
      this.#set({ problems: { ...this.problems, ...problems } });
      return;
    }
    const told = await this.#peerConnection.replace(kind, track, this.stream);
    this.#stopTracks(kind);
    this.#keep(track);
    if (kind === 'audio') track.enabled = !this.muted;
    const remaining = { ...this.problems };
    delete remaining[kind];
    if (kind === 'video') this.#set({ camera: true, video: true, problems: remaining });
    else this.#set({ problems: remaining });
    if (told) this.#sip.offerAgain(this.video);
  }

  #keep(track) {
    this.stream.addTrack(track);
    track.addEventListener?.('ended', () => this.#set({ problems: { ...this.problems, [track.kind]: 'missing' } }), {
      signal: this.#undo.signal,
    });
  }

  #stopTracks(kind = null) {
    for (const track of this.stream.getTracks()) {
      if (kind && track.kind !== kind) continue;
      track.stop();
      this.stream.removeTrack(track);
    }
  }

  #attach(peerConnection) {
    if (!peerConnection || this.#peerConnection) return;
    this.#peerConnection = peerConnection;
    const { signal } = this.#undo;
    peerConnection.addEventListener('remote', () => this.#readRemote(), { signal });
    peerConnection.addEventListener('track', () => this.#set({}), { signal });
    peerConnection.addEventListener('connectionstatechange', () => this.#onConnection(), { signal });
    this.#readRemote();
  }

  #readRemote() {
    const { held, video } = this.#peerConnection.remote;
    // A camera that joins makes this a video call for both, and either may then send pictures.
    const joins = this.isAnswered && video;
    this.#set({ heldByPeer: held, remoteVideo: video, video: this.video || joins });
  }

  #answered() {
    this.answeredAt = Date.now();
    this.state = 'in-call';
    this.#recovery = new Recovery({
      first: this.direction === 'outgoing',
      isBroken: () => ['failed', 'disconnected'].includes(this.#peerConnection.connectionState),
      seek: () => this.#seekPath(),
      clock: this.#clock,
    });
    this.#undo.signal.addEventListener('abort', () => this.#recovery.stop(), { once: true });
    this.#media.watchQuality(this.#peerConnection, (verdict) => this.#onQuality(verdict), this.#undo.signal);
    this.#set({});
  }

  #onQuality({ word, pictures }) {
    const silent = this.heldByUs || this.heldByPeer;
    const remoteVideo = this.#peerConnection.remote.video && pictures;
    const quality = silent ? null : word;
    if (!silent) this.#recovery.heard(word !== 'none');
    if (quality !== this.quality || remoteVideo !== this.remoteVideo) this.#set({ quality, remoteVideo });
  }

  // Without signalling the other side's hang-up shows in its closing the secured transport.
  #watchTransport() {
    if (this.#transport) return;
    this.#transport = this.#peerConnection.getReceivers().map((each) => each.transport).find(Boolean) ?? null;
    const onState = () => {
      if (this.#transport.state === 'closed' && !this.isOver) this.#giveUpIn(LINGER, 'peer');
    };
    this.#transport?.addEventListener?.('statechange', onState, { signal: this.#undo.signal });
  }

  #onConnection() {
    const connection = this.#peerConnection.connectionState;
    this.#set({ connection });
    if (connection === 'connected') {
      this.#clock.clearTimeout(this.#giveUpTimer);
      this.#giveUpTimer = null;
      this.#watchTransport();
      this.#recovery?.check();
    } else if (connection === 'disconnected') {
      this.#recovery?.check();
    } else if (connection === 'failed') {
      this.#recovery?.check({ atOnce: true });
      this.#giveUpIn(GIVE_UP_AFTER, 'network');
    }
  }

  #giveUpIn(milliseconds, by) {
    this.#clock.clearTimeout(this.#giveUpTimer);
    this.#giveUpTimer = this.#clock.setTimeout(() => {
      if (this.isOver) return;
      this.#ended({ code: by === 'peer' ? 200 : 0, cause: 0, text: '', by });
      this.#sip.hangup();
    }, milliseconds);
  }

  #ended(detail) {
    if (this.isOver) return;
    this.#clock.clearTimeout(this.#giveUpTimer);
    this.#stopTracks();
    this.#undo.abort();
    this.#set({ state: 'ended', quality: null });
    this.dispatchEvent(new DetailEvent('ended', detail));
  }

  #set(changes) {
    if (this.isOver) return;
    Object.assign(this, changes);
    if (this.isAnswered) this.state = this.heldByUs || this.heldByPeer ? 'held' : 'in-call';
    this.dispatchEvent(new Event('change'));
  }
}
