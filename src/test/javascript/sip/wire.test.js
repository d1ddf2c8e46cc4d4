import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as wire from '../../../main/webapp/js/sip/wire.js';

const INVITE = [
  'INVITE sip:bob@parley.localhost SIP/2.0',
  'From: "Zoë \\"Z\\" Müller" <sip:zoe@parley.localhost>;tag=1',
  'i: abc@host',
  'CSeq: 7 INVITE',
  'Reason: SIP;cause=200;text="Call completed elsewhere"',
  '',
  'v=0\r\nCall-ID: not this one\r\nm=audio 9 RTP/SAVPF 0\r\nm=video 0 RTP/SAVPF 96',
].join('\r\n');

test('text survives the way through byte strings', () => {
  for (const text of ['plain', 'héllo ✓ 日本 😀', '', 'ж'.repeat(9000)]) {
    const bytes = wire.toByteString(text);
    assert.equal(bytes.length, Buffer.byteLength(text));
    assert.equal(wire.toText(bytes), text);
    assert.equal(wire.toText([...Buffer.from(text)]), text);
  }
});

test('bytes that are not UTF-8 do no harm', () => {
  assert.equal(wire.toText([0x61, 0xff, 0x62]), 'a\ufffdb');
});

test('a header is found by its long or compact name, in the head only', () => {
  assert.equal(wire.header(INVITE, 'Call-ID'), 'abc@host');
  assert.equal(wire.header(INVITE, 'cseq'), '7 INVITE');
  assert.equal(wire.header(INVITE, 'Contact'), '');
});

test('requests and responses are told apart', () => {
  assert.deepEqual(wire.startLine(INVITE), { code: 0, phrase: '', method: 'INVITE' });
  const busy = 'SIP/2.0 486 Busy Here\r\nCSeq: 7 INVITE\r\n\r\n';
  assert.deepEqual(wire.startLine(busy), { code: 486, phrase: 'Busy Here', method: 'INVITE' });
  assert.equal(wire.startLine('rubbish').method, '');
});

test('the reason of an end is read', () => {
  assert.deepEqual(wire.reason(INVITE), { cause: 200, text: 'Call completed elsewhere' });
  assert.deepEqual(wire.reason('BYE sip:a SIP/2.0\r\n\r\n'), { cause: 0, text: '' });
});

test('a caller has a name in any script and an address', () => {
  const from = wire.nameAddress(wire.toByteString(wire.header(INVITE, 'From')));
  assert.deepEqual(from, { name: 'Zoë "Z" Müller', user: 'zoe', host: 'parley.localhost', uri: 'sip:zoe@parley.localhost' });
  assert.equal(wire.nameAddress('sip:bob@x;tag=9').user, 'bob');
  assert.equal(wire.nameAddress('<sip:%E0%A4@x>').user, '%E0%A4');
});

test('a medium with port zero is not offered', () => {
  assert.equal(wire.offers(wire.body(INVITE), 'audio'), true);
  assert.equal(wire.offers(wire.body(INVITE), 'video'), false);
});
