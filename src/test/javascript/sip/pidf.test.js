import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPidf, writePidf } from '../../../main/webapp/js/sip/pidf.js';

for (const word of ['available', 'busy', 'in-call', 'away', 'dnd', 'offline']) {
  test(`what is written as ${word} is read as ${word}`, () => {
    assert.equal(readPidf(writePidf('sip:a@b', word, 'd-1')), word);
  });
}

test('a call on one device counts more than being away on another', () => {
  const one = writePidf('sip:a@b', 'away', 'd-1');
  const other = writePidf('sip:a@b', 'in-call', 'd-2');
  assert.equal(readPidf(one + other), 'in-call');
  assert.equal(readPidf(one + writePidf('sip:a@b', 'available', 'd-2')), 'available');
});

test('prefixes and spaces of other writers are understood', () => {
  assert.equal(readPidf('<p:presence><p:tuple><p:status><p:basic> open </p:basic></p:status></p:tuple></p:presence>'), 'available');
  assert.equal(readPidf('<presence/>'), 'offline');
});

test('an address cannot end the document early', () => {
  assert.doesNotMatch(writePidf('sip:"><x/>@b', 'busy', 'd-1'), /<x\/>/);
});
