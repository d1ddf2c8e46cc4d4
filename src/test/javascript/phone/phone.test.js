import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from '../../../main/webapp/js/phone/phone.js';
import { FakeSip, FakeStack, fakeMedia } from './fakes.mjs';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp({ renews = true, names = {}, lookUp = async (user) => names[user] ?? '' } = {}) {
  const stack = new FakeStack();
  const credentials = {
    current: { domain: 'parley.localhost' },
    renewals: 0,
    async renew() {
      this.renewals += 1;
      return renews;
    },
    stop() {},
  };
  const phone = new Phone({
    credentials,
    createStack: () => stack,
    media: fakeMedia(),
    lookUpName: lookUp,
    describePresence: (word) => word,
  });
  const states = [];
  const notices = [];
  phone.addEventListener('state', ({ detail }) => states.push(detail.state));
  phone.addEventListener('notice', ({ detail }) => notices.push(detail));
  phone.start();
  return { phone, stack, credentials, states, notices };
}

function ready(options) {
  const made = setUp(options);
  made.stack.say('registered');
  return made;
}

function rings(stack, from = 'alice', video = false) {
  const sip = new FakeSip('incoming', from, video);
  stack.say('incoming', { call: sip });
  return sip;
}

test('states follow the registration and the calls', async () => {
  const { phone, stack, states } = ready();
  phone.call('bob');
  stack.calls[0].say('answered');
  await phone.hold(phone.calls[0].id, true);
  stack.calls[0].end({ by: 'peer' });
  rings(stack).end({ by: 'peer' });
  assert.deepEqual(states, ['connecting', 'ready', 'calling', 'in-call', 'held', 'ready', 'ringing', 'ready']);
});

test('a call outlives the connection to the server', () => {
  const { phone, stack, states } = ready();
  phone.call('bob');
  stack.calls[0].say('answered');
  stack.say('down');
  assert.equal(phone.state, 'reconnecting');
  assert.equal(phone.calls.length, 1);
  phone.hangup(phone.calls[0].id);
  stack.say('registered');
  assert.deepEqual(states.slice(-3), ['in-call', 'reconnecting', 'ready']);
});

test('a call that was not answered yet does not outlive it', async () => {
  const { phone, stack, notices } = ready();
  phone.call('bob');
  stack.say('down');
  await settled();
  assert.equal(phone.calls.length, 0);
  assert.equal(notices[0].word, 'unsent');
});

test('a page that goes declines nothing that rings and ends what goes on', () => {
  const { phone, stack } = ready();
  const incoming = rings(stack);
  phone.stop({ unregister: false });
  assert.deepEqual(incoming.did, []);
  assert.equal(phone.calls.length, 0);

  const other = ready();
  other.phone.call('bob');
  other.stack.calls[0].say('answered');
  other.phone.stop({ unregister: false });
  assert.deepEqual(other.stack.calls[0].did, ['hangup']);
});

test('a second caller hears busy, or rings where that is wanted', () => {
  const { phone, stack } = ready();
  phone.call('bob');
  stack.calls[0].say('answered');
  assert.deepEqual(rings(stack, 'carol').did, ['reject 486']);
  assert.equal(phone.calls.length, 1);
  phone.callWaiting = true;
  const waiting = rings(stack, 'carol');
  assert.deepEqual(waiting.did, []);
  assert.equal(phone.state, 'in-call');
});

test('taking a waiting call holds the one that was talked in', async () => {
  const { phone, stack } = ready();
  phone.callWaiting = true;
  phone.call('bob');
  stack.calls[0].say('answered');
  rings(stack, 'carol');
  await phone.answer(phone.calls[1].id, {});
  assert.deepEqual(stack.calls[0].did, ['hold']);
});

test('people are called by name, addresses of our own domain too', () => {
  const { phone, stack } = ready();
  phone.call(' sip:Bob@Parley.Localhost ');
  assert.equal(stack.calls[0].peer.user, 'Bob');
});

test('an end is told with the name of the person', async () => {
  const { phone, stack, notices } = ready({ names: { bob: 'Bob Baker' } });
  phone.call('bob', { video: true });
  stack.calls[0].end({ code: 486, by: 'server' });
  await settled();
  assert.deepEqual(notices, [
    { word: 'busy', canWrite: true, canCall: true, peer: 'bob', peerName: 'Bob Baker', direction: 'outgoing', video: true },
  ]);
});

test('a name that is known late changes what was told', async () => {
  let tell;
  const { phone, stack, notices } = ready({ lookUp: () => new Promise((resolve) => { tell = resolve; }) });
  const named = new Promise((resolve) => {
    phone.addEventListener('named', ({ detail }) => resolve(detail), { once: true });
  });
  phone.call('bob');
  stack.calls[0].end({ code: 486, by: 'server' });
  await new Promise((resolve) => {
    phone.addEventListener('notice', resolve, { once: true });
  });
  assert.equal(notices[0].peerName, 'bob');
  tell('Bob Baker');
  assert.deepEqual(await named, { peer: 'bob', peerName: 'Bob Baker' });
  assert.equal(notices.length, 1);
});

test('calling without a connection says so and sends nothing', () => {
  const { phone, stack, notices } = setUp();
  assert.equal(phone.call('bob'), null);
  assert.equal(stack.calls.length, 0);
  assert.equal(notices[0].word, 'unsent');
});

test('a message without a connection is refused with code 0, for the outbox to keep', async () => {
  const { phone } = setUp();
  await assert.rejects(phone.send('bob', { id: '1', text: 'x' }), { code: 0 });
});

test('a message that comes twice is told once', () => {
  const { phone, stack } = ready();
  const texts = [];
  phone.addEventListener('message', ({ detail }) => texts.push(detail.text));
  for (const id of ['1', '1', '2']) stack.say('message', { from: 'bob', fromName: '', id, text: `t${id}` });
  assert.deepEqual(texts, ['t1', 't2']);
});

test('that nobody is at the browser is published, replaced by the call, and back', async () => {
  const { phone, stack } = ready();
  phone.setIdle(true);
  phone.call('bob');
  stack.calls[0].say('answered');
  stack.calls[0].end({ by: 'us' });
  assert.deepEqual(stack.published, ['available', 'away', 'in-call', 'away']);
});

test('a refused credential is renewed', async () => {
  const { phone, stack, credentials } = ready();
  stack.say('denied', { code: 403 });
  assert.equal(phone.state, 'reconnecting');
  assert.equal(credentials.renewals, 1);
  phone.onCredential({ username: 'new' });
  assert.deepEqual(stack.renewed, [{ username: 'new' }, true]);
});
