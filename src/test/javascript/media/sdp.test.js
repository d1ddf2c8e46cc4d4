import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHeldBy, mediaLines, sends } from '../../../main/webapp/js/media/sdp.js';

const sdp = (...lines) =>
  ['v=0', 'o=- 1 1 IN IP4 0.0.0.0', 's=-', ...lines.flatMap(([kind, direction, port = 9]) => [`m=${kind} ${port} X 0`, `a=${direction}`])].join('\r\n');

test('media lines are read with kind, port and direction', () => {
  assert.deepEqual(mediaLines(sdp(['audio', 'sendonly'], ['video', 'inactive', 0])), [
    { kind: 'audio', port: 9, direction: 'sendonly' },
    { kind: 'video', port: 0, direction: 'inactive' },
  ]);
  assert.equal(mediaLines('v=0\r\nm=audio 9 X 0\r\na=mid:0')[0].direction, 'sendrecv');
});

test('an offer that wants none of our media is a hold', () => {
  assert.equal(isHeldBy(sdp(['audio', 'sendonly'], ['video', 'inactive'])), true);
  assert.equal(isHeldBy(sdp(['audio', 'sendonly'], ['video', 'recvonly'])), false);
  assert.equal(isHeldBy(sdp(['audio', 'sendrecv'])), false);
});

test('an answer holds only what we wanted to send', () => {
  assert.equal(isHeldBy(sdp(['audio', 'sendonly']), sdp(['audio', 'sendrecv'])), true);
  assert.equal(isHeldBy(sdp(['audio', 'inactive']), sdp(['audio', 'recvonly'])), false);
  assert.equal(isHeldBy(sdp(['audio', 'recvonly']), sdp(['audio', 'sendonly'])), false);
});

test('a refused or silent line sends no pictures', () => {
  assert.equal(sends(sdp(['audio', 'sendrecv'], ['video', 'sendrecv']), 'video'), true);
  assert.equal(sends(sdp(['video', 'recvonly']), 'video'), false);
  assert.equal(sends(sdp(['video', 'sendrecv', 0]), 'video'), false);
});
