import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf } from '../../../main/webapp/js/phone/outcome.js';
import { phoneState } from '../../../main/webapp/js/phone/state.js';

const failed = (code, by = 'server') =>
  outcomeOf({ direction: 'outgoing', answered: false }, { code, cause: 0, text: '', by })?.word ?? null;
const incoming = (end) => outcomeOf({ direction: 'incoming', answered: false }, { code: 487, cause: 0, text: '', by: 'peer', ...end }).word;

test('every code has its word', () => {
  assert.deepEqual([486, 603, 408, 480, 404, 403, 500, 488].map((code) => failed(code)), [
    'busy', 'declined', 'noAnswer', 'unavailable', 'nobody', 'refused', 'failed', 'incompatible',
  ]);
  assert.equal(failed(0, 'network'), 'unsent');
});

test('who does not want to be disturbed is not just unavailable', () => {
  const end = { code: 480, cause: 480, text: 'Do Not Disturb', by: 'server' };
  assert.equal(outcomeOf({ direction: 'outgoing', answered: false }, end).word, 'dnd');
});

test('who ended it needs no telling', () => {
  assert.equal(failed(487, 'us'), null);
});

test('a call taken on another device is no missed call', () => {
  assert.equal(incoming({ cause: 200, text: 'Call completed elsewhere' }), 'elsewhere');
  assert.equal(incoming({ cause: 603, text: '' }), 'declinedElsewhere');
  assert.equal(incoming({ cause: 487, text: 'ORIGINATOR_CANCEL' }), 'missed');
});

test('a message is offered where it can reach somebody', () => {
  const offers = (code) => outcomeOf({ direction: 'outgoing', answered: false }, { code, cause: 0, text: '', by: 'server' }).canWrite;
  assert.deepEqual([480, 408, 486, 603, 404].map(offers), [true, true, true, true, false]);
});

test('an answered call that breaks is lost, else ended', () => {
  const end = (by) => outcomeOf({ direction: 'outgoing', answered: true }, { code: 0, cause: 0, text: '', by }).word;
  assert.equal(end('network'), 'lost');
  assert.equal(end('peer'), 'ended');
});

test('the phone has one state', () => {
  const calls = (...states) => states.map((state) => ({ state }));
  assert.equal(phoneState('registered', []), 'ready');
  assert.equal(phoneState('connecting', []), 'connecting');
  assert.equal(phoneState('registered', calls('ringing')), 'ringing');
  assert.equal(phoneState('registered', calls('ringing', 'in-call')), 'in-call');
  assert.equal(phoneState('registered', calls('held')), 'held');
  assert.equal(phoneState('reconnecting', calls('in-call')), 'reconnecting');
});
