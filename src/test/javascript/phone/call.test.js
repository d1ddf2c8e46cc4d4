import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Call } from '../../../main/webapp/js/phone/call.js';
import { FakeSip, fakeMedia } from './fakes.mjs';

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function setUp({ direction = 'outgoing', video = false, problems, signalling = () => true } = {}) {
  const sip = new FakeSip(direction, 'bob', video);
  const media = fakeMedia({ problems });
  const timers = [];
  const clock = { setTimeout: (job, wait) => timers.push({ job, wait }), clearTimeout: () => timers.splice(0) };
  const call = new Call({ id: 'c', sip, media, signalling, clock });
  const ends = [];
  call.addEventListener('ended', ({ detail }) => ends.push(detail));
  if (direction === 'outgoing') await call.start(() => true);
  return { sip, media, call, ends, timers, pc: sip.peerConnection };
}

async function inCall(options) {
  const made = await setUp(options);
  made.sip.say('answered');
  return made;
}

test('an outgoing call gives its media, rings, and is answered', async () => {
  const { sip, call, pc } = await setUp({ video: true });
  assert.equal(call.state, 'calling');
  assert.deepEqual(pc.given.getTracks().map(({ kind }) => kind), ['audio', 'video']);
  sip.say('ringing');
  assert.equal(call.snapshot().remoteRinging, true);
  sip.say('answered');
  assert.equal(call.state, 'in-call');
  assert.ok(call.answeredAt > 0);
});

test('camera and microphone are released when the call ends', async () => {
  const { sip, media } = await inCall({ video: true });
  sip.end({ by: 'peer' });
  assert.deepEqual(media.captured.map(({ readyState }) => readyState), ['ended', 'ended']);
});

test('media that come after the end are released too', async () => {
  const sip = new FakeSip('outgoing', 'bob');
  const media = fakeMedia();
  const call = new Call({ id: 'c', sip, media, signalling: () => true });
  const starting = call.start(() => true);
  sip.end({ by: 'us' });
  await starting;
  assert.equal(media.captured[0].readyState, 'ended');
  assert.equal(sip.peerConnection.given, null);
});

test('a call goes on without camera and microphone, and says why', async () => {
  const { call, pc } = await setUp({ video: true, problems: { audio: 'denied', video: 'in-use' } });
  assert.equal(pc.given.getTracks().length, 0);
  assert.deepEqual(call.snapshot().problems, { audio: 'denied', video: 'in-use' });
});

test('a video call may be answered with sound alone', async () => {
  const { sip, call, pc } = await setUp({ direction: 'incoming', video: true });
  assert.equal(call.state, 'ringing');
  await call.answer({ video: false });
  assert.deepEqual(sip.did, ['accept']);
  assert.deepEqual(pc.given.getTracks().map(({ kind }) => kind), ['audio']);
});

test('answering twice answers once', async () => {
  const { sip, call } = await setUp({ direction: 'incoming' });
  await Promise.all([call.answer(), call.answer()]);
  assert.deepEqual(sip.did, ['accept']);
});

test('hanging up a call that rings here declines it', async () => {
  const { sip, call } = await setUp({ direction: 'incoming' });
  call.hangup();
  assert.deepEqual(sip.did, ['reject 603']);
});

test('either side holds, and both show it', async () => {
  const { call, pc } = await inCall();
  await call.hold(true);
  assert.deepEqual([call.state, call.heldByUs], ['held', true]);
  pc.tell({ held: true, video: false });
  await call.hold(false);
  assert.deepEqual([call.state, call.heldByPeer], ['held', true]);
  pc.tell({ held: false, video: false });
  assert.equal(call.state, 'in-call');
});

test('hold and resume in quick succession end where they were meant to', async () => {
  const { sip, call } = await inCall();
  call.hold(true);
  call.hold(false);
  await settled();
  assert.deepEqual(sip.did, ['hold', 'resume']);
  assert.equal(call.state, 'in-call');
});

test('a refused hold leaves the call as it was', async () => {
  const { sip, call } = await inCall();
  sip.holds = false;
  await call.hold(true);
  assert.deepEqual([call.state, call.changingHold], ['in-call', false]);
});

test('mute silences the microphone and a new microphone stays mute', async () => {
  const { call } = await inCall();
  call.mute(true);
  assert.equal(call.stream.getAudioTracks()[0].enabled, false);
  await call.useChosen('microphone');
  assert.equal(call.stream.getAudioTracks().length, 1);
  assert.equal(call.stream.getAudioTracks()[0].enabled, false);
});

test('the camera is released when turned off, and a voice call becomes a video call when on', async () => {
  const { sip, call, media, pc } = await inCall();
  await call.setCamera(true);
  assert.deepEqual([call.camera, call.video], [true, true]);
  assert.deepEqual(sip.did, ['offer video']);
  await call.setCamera(false);
  assert.equal(media.captured.at(-1).readyState, 'ended');
  assert.deepEqual(pc.replaced, [['video', 'video'], ['video', null]]);
});

test('a key goes by INFO where the stream cannot carry it', async () => {
  const { sip, call } = await inCall();
  call.sendKey('5');
  assert.deepEqual(sip.did, ['key 5']);
});

test('a broken path is sought anew by the caller, and given up in the end', async () => {
  const { sip, call, pc, timers, ends } = await inCall();
  pc.become('failed');
  assert.equal(pc.restarted, true);
  assert.deepEqual(sip.did, ['offer audio']);
  timers.at(-1).job();
  assert.equal(ends[0].by, 'network');
  assert.equal(call.isOver, true);
});

test('nothing is said of a call after its end', async () => {
  const { sip, call, ends } = await inCall();
  sip.end({ by: 'peer' });
  let changes = 0;
  call.addEventListener('change', () => (changes += 1));
  call.mute(true);
  sip.end({ by: 'network' });
  assert.deepEqual([changes, ends.length], [0, 1]);
});
