import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedEvents } from '../../../main/webapp/js/lib/events.js';

class Source extends EventTarget {
  readyState = 1;

  say(type, data) {
    this.dispatchEvent(Object.assign(new Event(type), { data: JSON.stringify(data) }));
  }

  close() {
    this.readyState = 2;
  }
}

/** Two tabs of one browser: the first that asks becomes the leader. */
function browser() {
  const tabs = [];
  const queue = [];
  const sources = [];
  const timers = [];
  const tab = (signal) => {
    const channel = new EventTarget();
    channel.postMessage = (data) => {
      for (const other of tabs) if (other !== channel) other.dispatchEvent(Object.assign(new Event('message'), { data }));
    };
    tabs.push(channel);
    const heard = [];
    const events = new SharedEvents({
      url: '/events',
      channel,
      signal,
      open: () => {
        sources.push(new Source());
        return sources.at(-1);
      },
      lead: (job) => {
        queue.push(job);
        if (queue.length === 1) next();
      },
      timer: (job, wait) => timers.push({ job, wait }),
    });
    for (const type of ['message', 'resync']) events.addEventListener(type, ({ detail }) => heard.push({ type, detail }));
    return { events, heard };
  };
  const next = () => queue[0]?.().then(() => {
    queue.shift();
    next();
  });
  return { tab, sources, timers };
}

test('pages look again once the line is open, as something may have happened since they were made', () => {
  const { tab, sources } = browser();
  const { heard } = tab();
  sources[0].dispatchEvent(new Event('open'));
  assert.deepEqual(heard, [{ type: 'resync', detail: {} }]);
});

test('one connection serves every tab', () => {
  const { tab, sources } = browser();
  const first = tab();
  const second = tab();
  sources[0].say('message', { conversation: 'bob', id: 1 });
  assert.equal(sources.length, 1);
  assert.deepEqual(first.heard, [{ type: 'message', detail: { conversation: 'bob', id: 1 } }]);
  assert.deepEqual(second.heard, first.heard);
});

test('when the listening tab closes another one listens', async () => {
  const { tab, sources } = browser();
  const closing = new AbortController();
  tab(closing.signal);
  const second = tab();
  closing.abort();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(sources.length, 2);
  sources[1].say('message', { id: 2 });
  assert.equal(second.heard.at(-1).detail.id, 2);
});

test('a refused connection is tried again, later each time, and at once when the line is back', () => {
  const { tab, sources, timers } = browser();
  const { events, heard } = tab();
  sources[0].dispatchEvent(new Event('open'));
  for (let i = 0; i < 2; i += 1) {
    sources.at(-1).readyState = 2;
    sources.at(-1).dispatchEvent(new Event('error'));
    if (i === 0) timers[0].job();
  }
  assert.deepEqual(timers.map(({ wait }) => wait), [1000, 2000]);
  events.wake();
  assert.equal(sources.length, 3);
  sources[2].dispatchEvent(new Event('open'));
  assert.equal(heard.at(-1).type, 'resync');
});

test('an answer that makes no sense is an event without details', () => {
  const { tab, sources } = browser();
  const { heard } = tab();
  sources[0].dispatchEvent(Object.assign(new Event('message'), { data: '{' }));
  assert.deepEqual(heard, [{ type: 'message', detail: {} }]);
});
