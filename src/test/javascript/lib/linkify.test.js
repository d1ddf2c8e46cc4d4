import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEmojiOnly, safeHref, segments } from '../../../main/webapp/js/lib/linkify.js';

const links = (content) => segments(content).filter(({ href }) => href).map(({ href }) => href);

test('addresses in a text become links, the rest stays as it was', () => {
  assert.deepEqual(segments('see https://example.org/a?b=1 now'), [
    { text: 'see ' },
    { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
    { text: ' now' },
  ]);
  assert.deepEqual(links('www.example.org or bob@example.org'), ['https://www.example.org/', 'mailto:bob@example.org']);
});

test('the end of a sentence is no part of the link', () => {
  assert.deepEqual(links('Look at https://example.org/a.'), ['https://example.org/a']);
  assert.deepEqual(links('(https://example.org/b)'), ['https://example.org/b']);
  assert.deepEqual(links('https://example.org/x_(y)'), ['https://example.org/x_(y)']);
});

test('joined again the segments are the text', () => {
  for (const content of ['', 'plain', 'a https://x.org, b@c.de!', '<b>https://x.org</b>', 'héllo ✓ 日本 😀 http://日本.jp/']) {
    assert.equal(segments(content).map((part) => part.text).join(''), content);
  }
});

test('only web and mail addresses can be followed', () => {
  assert.equal(safeHref('javascript:alert(1)'), null);
  assert.equal(safeHref('https://'), null);
  for (const content of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'JaVaScRiPt:alert(1)//https:']) {
    assert.deepEqual(links(content).filter((href) => !/^(https?|mailto):/.test(href)), []);
  }
});

test('telephone numbers and SIP addresses open the phone', () => {
  assert.deepEqual(links('call +49 30 1234567, or (030) 123-4567!'), ['tel:+49301234567', 'tel:0301234567']);
  assert.deepEqual(links('0171/1234567 tel:+4930123456 sip:bob@example.org'), [
    'tel:01711234567',
    'tel:+4930123456',
    'sip:bob@example.org',
  ]);
});

test('dates, amounts, addresses and versions are no telephone numbers', () => {
  const others = ['on 03-11-2026', '2026-11-21', '01.02.2026', '192.168.0.1', '0.00000001', '1234567', 'v0.1.2.3.4.5', '10:00-12:00'];
  for (const content of others) assert.deepEqual(links(content), [], content);
  assert.deepEqual(links('sip:<script> tel:abc%'), []);
});

test('markup is text', () => {
  assert.deepEqual(segments('<img src=x onerror=alert(1)>'), [{ text: '<img src=x onerror=alert(1)>' }]);
});

test('a few emoji alone are shown large', () => {
  for (const content of ['👍', '🎉🎉🎉', '👩‍🔧', '❤️', '🇩🇪']) assert.equal(isEmojiOnly(content), true, content);
  for (const content of ['', '1', '12 #', 'ok 👍', '👍👍👍👍', '©x']) assert.equal(isEmojiOnly(content), false, content);
});
