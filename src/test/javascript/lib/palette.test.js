import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOf, fits, keysOf, offer, typedAddress } from '../../../main/webapp/js/lib/palette.js';

const anna = { user: 'anna', name: 'Anna Baker' };
const places = [{ label: 'Messages' }, { label: 'History' }];
const actions = [{ label: 'Theme: Dark' }, { label: 'Sign out' }];

test('words that are typed begin words of a label, whatever their accents', () => {
  assert.equal(fits('sig ou', 'Sign out'), true);
  assert.equal(fits('dark', 'Theme: Dark'), true);
  assert.equal(fits('menu', 'Menü'), true);
  assert.equal(fits('out x', 'Sign out'), false);
});

test('before anything is typed all sections and actions are there', () => {
  const groups = offer({ typed: '', people: [anna], places, actions });
  assert.deepEqual(groups.map(({ group, entries }) => [group, entries.length]), [['recent', 1], ['places', 2], ['actions', 2]]);
});

test('people come first, then what was typed as an address, then the rest', () => {
  const groups = offer({ typed: 'his', people: [anna], places, actions });
  assert.deepEqual(groups.map(({ group }) => group), ['people', 'places']);
  const number = offer({ typed: '+49 30 1234', people: [], places, actions });
  assert.deepEqual(number, [{ group: 'address', entries: [{ kind: 'address', address: '+49301234' }] }]);
});

test('contacts from outside are called, colleagues stand among the people', () => {
  const contacts = [
    { id: 1, name: 'Anna Baker', user: 'anna', address: 'anna' },
    { id: 2, name: 'Anne Outside', user: null, address: '+4930123456' },
    { id: 3, name: 'Annabel Mail', user: null, address: null },
    { id: 4, name: 'Anni Blocked', user: null, address: '+4930123457', blocked: true },
  ];
  const [people, others] = offer({ typed: 'ann', people: [anna], contacts });
  assert.deepEqual([people.entries.length, others.entries.map(({ id }) => id)], [1, [2]]);
  assert.equal(actOf(others.entries[0]), 'call');
});

test('half a name is no address, and somebody known is not offered twice', () => {
  assert.equal(typedAddress('anna'), null);
  assert.equal(typedAddress('anna@example.org'), 'anna@example.org');
  assert.deepEqual(offer({ typed: 'anna@x.org', people: [anna] }).map(({ group }) => group), ['people']);
});

test('Enter writes, with Shift it calls, with Alt it calls with video', () => {
  const person = { kind: 'person' };
  assert.equal(actOf(person), 'write');
  assert.equal(actOf(person, { shiftKey: true }), 'call');
  assert.equal(actOf(person, { altKey: true }), 'video');
  assert.equal(actOf({ kind: 'address' }), 'call');
  assert.equal(actOf({ kind: 'place' }, { shiftKey: true }), 'go');
  assert.equal(actOf({ kind: 'action' }), 'run');
  assert.deepEqual(keysOf(person), ['write', 'call', 'video']);
});
