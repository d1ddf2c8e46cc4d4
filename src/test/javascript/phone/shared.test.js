import assert from 'node:assert/strict';
import test from 'node:test';
import { SharedPhone } from '../../../main/webapp/js/phone/shared.js';

/** What SharedPhone needs of a phone, answering every message with its text. */
class LeadingPhone extends EventTarget {
  isRegistered = true;
  hasCalls = false;
  sent = [];
  start() {}
  async send(user, { text }) {
    this.sent.push([user, text]);
    if (text === 'refused') throw Object.assign(new Error('busy'), { code: 503, retryAfter: 5 });
    return { state: `delivered ${text}` };
  }
}

/** Tabs of one browser: what one tells reaches the others, and one at a time holds the lock. */
class FakeBrowser {
  #tabs = [];
  #queue = [];
  #held = false;

  tab(name) {
    const channel = new EventTarget();
    channel.postMessage = (data) => {
      for (const other of this.#tabs) {
        if (other !== channel) queueMicrotask(() => other.dispatchEvent(Object.assign(new Event('message'), { data })));
      }
    };
    this.#tabs.push(channel);
    const phone = new LeadingPhone();
    const lock = (job) => new Promise((resolve, reject) => {
      this.#queue.push(() => job().then(resolve, reject));
    });
    return { phone, shared: new SharedPhone({ tab: name, channel, lock, createPhone: async () => phone }) };
  }

  /** The tab that has waited longest gets the lock. */
  grant() {
    assert.equal(this.#held, false);
    this.#held = true;
    return this.#queue.shift()();
  }
}

test('what is sent before any tab leads goes out as soon as this one does', async () => {
  const browser = new FakeBrowser();
  const { phone, shared } = browser.tab('one');
  shared.start();
  const first = shared.send('bob', { id: '1', text: 'hello' });
  const second = shared.send('bob', { id: '2', text: 'refused' });
  browser.grant();

  assert.deepEqual(await first, { state: 'delivered hello' });
  await assert.rejects(second, { message: 'busy', code: 503, retryAfter: 5 });
  assert.deepEqual(phone.sent, [['bob', 'hello'], ['bob', 'refused']]);
});

test('what is sent before any tab leads goes out through the other tab when that one does', async () => {
  const browser = new FakeBrowser();
  const leading = browser.tab('one');
  const following = browser.tab('two');
  leading.shared.start();
  following.shared.start();
  const sent = following.shared.send('bob', { id: '1', text: 'hello' });
  browser.grant();

  assert.deepEqual(await sent, { state: 'delivered hello' });
  assert.deepEqual(following.phone.sent, []);
});
