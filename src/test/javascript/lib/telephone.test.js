import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialledBy, telephoneIn } from '../../../main/webapp/js/lib/telephone.js';

test('a link says what the phone dials', () => {
  assert.equal(dialledBy('tel:+49-30-123'), '+4930123');
  assert.equal(dialledBy('tel:%2B4930123456;phone-context=x'), '+4930123456');
  assert.equal(dialledBy('sip:Bob@Example.org?subject=hi'), 'bob@example.org');
  assert.equal(dialledBy('SIPS:bob@example.org;transport=tls'), 'bob@example.org');
  assert.equal(dialledBy('sip:bob'), 'bob');
});

test('what is no such link dials nothing', () => {
  for (const link of ['javascript:alert(1)', 'https://example.org', 'tel:', 'tel:%', 'sip:a b@c', 'tel:<x>']) {
    assert.equal(dialledBy(link), null, link);
  }
});

test('numbers are told from what only looks like one', () => {
  assert.equal(telephoneIn('+49 (30) 12 34 56'), 'tel:+4930123456');
  assert.equal(telephoneIn('03-11-2026'), null);
  assert.equal(telephoneIn('+1'), null);
});
