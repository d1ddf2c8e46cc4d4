import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookFilter, bookQuery, contactLine, contactOf, dialOf, linkOf } from '../../../main/webapp/js/lib/contacts.js';

test('a filter comes back as it went into the address', () => {
  for (const filter of [
    { group: null, favourites: false },
    { group: 12, favourites: false },
    { group: null, favourites: true },
  ]) {
    assert.deepEqual(bookFilter(bookQuery(filter)), filter);
  }
  assert.deepEqual(bookFilter('?group=x'), { group: null, favourites: false });
});

test('an address of the phonebook names a contact, the list or neither', () => {
  assert.equal(contactOf('/parley/phonebook/12', '/parley'), 12);
  assert.equal(contactOf('/phonebook'), null);
  assert.equal(contactOf('/phonebook/new'), undefined);
  assert.equal(contactOf('/phonebook/12/edit'), undefined);
});

test('a row says what somebody does, else how they are reached', () => {
  assert.equal(contactLine({ job: 'Vet', organisation: 'Zoo' }), 'Vet · Zoo');
  assert.equal(contactLine({ address: '+4930901820', email: 'a@b.de' }), '+4930901820');
  assert.equal(contactLine({ email: 'a@b.de' }), 'a@b.de');
  assert.equal(contactLine({ user: 'bob', address: 'bob' }), '');
});

test('numbers and SIP addresses are dialled, mail addresses are not', () => {
  assert.equal(dialOf({ kind: 'TEL', normalised: '+4930901820' }), '+4930901820');
  assert.equal(dialOf({ kind: 'EMAIL', normalised: 'a@b.de' }), null);
  assert.equal(linkOf({ kind: 'SIP', normalised: 'a@b.de' }), 'sip:a@b.de');
  assert.equal(linkOf({ kind: 'EMAIL', normalised: 'a@b.de' }), 'mailto:a@b.de');
});
