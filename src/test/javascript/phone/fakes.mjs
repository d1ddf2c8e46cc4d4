import { DetailEvent } from '../../../main/webapp/js/lib/detail-event.js';

/** A track, a stream and a peer connection as far as the phone knows them. */
export class FakeTrack extends EventTarget {
  enabled = true;
  readyState = 'live';
  constructor(kind) {
    super();
    this.kind = kind;
  }
  stop() {
    this.readyState = 'ended';
  }
}

export class FakeStream {
  #tracks;
  constructor(tracks) {
    this.#tracks = [...tracks];
  }
  getTracks() {
    return [...this.#tracks];
  }
  getAudioTracks() {
    return this.#tracks.filter(({ kind }) => kind === 'audio');
  }
  getVideoTracks() {
    return this.#tracks.filter(({ kind }) => kind === 'video');
  }
  addTrack(track) {
    this.#tracks.push(track);
  }
  removeTrack(track) {
    this.#tracks = this.#tracks.filter((each) => each !== track);
  }
}

export class FakePeerConnection extends EventTarget {
  remote = { held: false, video: false };
  remoteStream = new FakeStream([]);
  connectionState = 'new';
  given = null;
  replaced = [];
  give(stream) {
    this.given = stream;
  }
  async replace(kind, track) {
    this.replaced.push([kind, track?.kind ?? null]);
    return kind === 'video' && track !== null;
  }
  getSenders() {
    return [];
  }
  getReceivers() {
    return [];
  }
  restartIce() {
    this.restarted = true;
  }
  tell(remote) {
    this.remote = remote;
    this.dispatchEvent(new Event('remote'));
  }
  become(state) {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

export class FakeSip extends EventTarget {
  peerConnection = new FakePeerConnection();
  did = [];
  holds = true;
  constructor(direction, user, wantsVideo = false) {
    super();
    this.direction = direction;
    this.peer = { user, name: '' };
    this.wantsVideo = wantsVideo;
  }
  accept() {
    this.did.push('accept');
  }
  reject(code) {
    this.did.push(`reject ${code}`);
    this.end({ code, by: 'us' });
  }
  hangup() {
    this.did.push('hangup');
    this.end({ code: 200, by: 'us' });
  }
  async hold(on) {
    this.did.push(on ? 'hold' : 'resume');
    return this.holds;
  }
  offerAgain(video) {
    this.did.push(`offer ${video ? 'video' : 'audio'}`);
  }
  sendKey(key) {
    this.did.push(`key ${key}`);
  }
  abandon() {
    this.end({ code: 0, by: 'network' });
  }
  say(type) {
    this.dispatchEvent(new Event(type));
  }
  end(detail) {
    this.dispatchEvent(new DetailEvent('ended', { code: 0, cause: 0, text: '', by: 'server', ...detail }));
  }
}

/** What the browser would give; `problems` as capture reports them. */
export function fakeMedia({ problems = {} } = {}) {
  const captured = [];
  let next = 1;
  return {
    captured,
    randomId: () => String(next++),
    async capture(wanted) {
      const tracks = [];
      for (const kind of ['audio', 'video']) if (wanted[kind] && !problems[kind]) tracks.push(new FakeTrack(kind));
      captured.push(...tracks);
      return { tracks, problems: { ...problems } };
    },
    newStream: (tracks) => new FakeStream(tracks),
    watchQuality() {},
  };
}

export class FakeStack extends EventTarget {
  calls = [];
  sent = [];
  published = [];
  newCall(peer, video) {
    const sip = new FakeSip('outgoing', peer.user, video);
    this.calls.push(sip);
    return sip;
  }
  dial() {
    return true;
  }
  async sendMessage(user, id) {
    this.sent.push([user, id]);
    return { state: 'delivered' };
  }
  newPublication() {
    return { publish: (document) => this.published.push(document), withdraw: () => this.published.push(null) };
  }
  renewCredential(credential, now) {
    this.renewed = [credential, now];
  }
  wake() {}
  stop() {
    this.stopped = true;
  }
  say(type, detail) {
    this.dispatchEvent(new DetailEvent(type, detail));
  }
}
