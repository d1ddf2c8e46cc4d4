import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writePidf } from '../../../main/webapp/js/sip/pidf.js';

test('a browser says that it is there, that it is idle, that it is in a call', () => {
  assert.match(writePidf('sip:a@b', 'available', 'd-1'), /<basic>open<\/basic><\/status><\/tuple><\/presence>$/);
  assert.match(writePidf('sip:a@b', 'away', 'd-1'), /<basic>open<.*<rpid:away\/>/);
  assert.match(writePidf('sip:a@b', 'in-call', 'd-1'), /<basic>open<.*<rpid:on-the-phone\/>/);
});

test('an address cannot end the document early', () => {
  assert.doesNotMatch(writePidf('sip:"><x/>@b', 'away', 'd-1'), /<x\/>/);
});
