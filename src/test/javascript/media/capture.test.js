import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capture } from '../../../main/webapp/js/media/capture.js';

/** Media devices of which some refuse, each for its reason. */
function devices({ audio, video, picky = false } = {}) {
  const asked = [];
  return {
    asked,
    async getUserMedia(wanted) {
      asked.push(wanted);
      const fail = (name) => {
        throw Object.assign(new Error(name), { name });
      };
      if (picky && (wanted.audio?.deviceId || wanted.video?.deviceId)) fail('OverconstrainedError');
      if (wanted.audio && audio) fail(audio);
      if (wanted.video && video) fail(video);
      const tracks = [];
      if (wanted.audio) tracks.push({ kind: 'audio' });
      if (wanted.video) tracks.push({ kind: 'video' });
      return { getTracks: () => tracks };
    },
  };
}

const kinds = ({ tracks }) => tracks.map(({ kind }) => kind).join();

test('both are asked for at once', async () => {
  const media = devices();
  const got = await capture(media, { audio: true, video: true });
  assert.equal(kinds(got), 'audio,video');
  assert.deepEqual(got.problems, {});
  assert.equal(media.asked.length, 1);
});

test('without a camera there is still a voice', async () => {
  const got = await capture(devices({ video: 'NotFoundError' }), { audio: true, video: true });
  assert.equal(kinds(got), 'audio');
  assert.deepEqual(got.problems, { video: 'missing' });
});

test('a camera in use elsewhere and a refused microphone are told apart', async () => {
  const got = await capture(devices({ audio: 'NotAllowedError', video: 'NotReadableError' }), { audio: true, video: true });
  assert.equal(kinds(got), '');
  assert.deepEqual(got.problems, { audio: 'denied', video: 'in-use' });
});

test('without a microphone a voice call goes on, listening', async () => {
  const got = await capture(devices({ audio: 'NotFoundError' }), { audio: true, video: false });
  assert.deepEqual(got, { tracks: [], problems: { audio: 'missing' } });
});

test('a chosen device that is gone gives way to any other', async () => {
  const media = devices({ picky: true });
  assert.equal(kinds(await capture(media, { audio: true, video: false }, { microphone: 'gone' })), 'audio');
  assert.deepEqual(media.asked[0].audio.deviceId, { ideal: 'gone' });
});

test('an insecure page is told that it is one', async () => {
  assert.deepEqual(await capture(undefined, { audio: true, video: false }), { tracks: [], problems: { audio: 'unavailable' } });
});
