import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAddress, resolve } from '../../../main/webapp/js/lib/address.js';

test('names, SIP addresses and numbers can be dialled', () => {
  assert.equal(parseAddress('bob'), 'bob');
  assert.equal(parseAddress(' Bob '), 'bob');
  assert.equal(parseAddress('sip:bob@parley.localhost'), 'bob@parley.localhost');
  assert.equal(parseAddress('bob@example.org:5080'), 'bob@example.org:5080');
  assert.equal(parseAddress('+49 (30) 123-456'), '+4930123456');
});

test('anything else is not an address', () => {
  for (const typed of ['', '   ', 'not an address', 'bob@', '@example.org', 'a@b@c', 'bob@exa mple', '<b>', 'ä', '+', '-bob', 'x'.repeat(65)]) {
    assert.equal(parseAddress(typed), null, typed);
  }
});

test('a full name means the one person who has it', () => {
  const people = [
    { user: 'bob', name: 'Bob Baker', address: 'bob@parley.localhost' },
    { user: 'rob', name: 'Bob Barker', address: 'rob@parley.localhost' },
  ];
  assert.equal(resolve('bob baker', people), 'bob');
  assert.equal(resolve('rob@parley.localhost', people), 'rob');
  assert.equal(resolve('Bob B', people), null);
  assert.equal(resolve('Same Name', [{ user: 'a', name: 'Same Name' }, { user: 'b', name: 'Same Name' }]), null);
});
