import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Presences } from '../../../main/webapp/js/lib/presences.js';

const OWN = { choice: 'available', until: null, awayMinutes: 5 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp() {
  const questions = [];
  const timers = [];
  const heard = [];
  const presences = new Presences({
    ask: (users) => new Promise((resolve, reject) => questions.push({ users, resolve, reject })),
    timer: (job, wait) => timers.push({ job, wait }),
    cancel: (id) => id && (timers[id - 1].job = () => {}),
    random: () => 0.5,
  });
  presences.addEventListener('presence', ({ detail }) => heard.push(`${detail.user} ${detail.presence}`));
  const answer = async (words) => {
    const people = Object.entries(words).map(([user, presence]) => ({ user, presence, since: null }));
    questions.shift().resolve({ people, own: OWN });
    await settled();
  };
  return { presences, questions, timers, heard, answer };
}

const told = (user, presence) => ({ people: [{ user, presence, since: null }] });

test('whom a page shows is asked for once, and those who come later by themselves', async () => {
  const { presences, questions, heard, answer } = setUp();
  presences.watch(['bob', 'carol']);
  assert.deepEqual(questions[0].users, ['bob', 'carol']);
  assert.equal(presences.of('bob').presence, 'unknown');
  await answer({ bob: 'busy', carol: 'offline' });
  presences.watch(['carol', 'dave']);
  assert.deepEqual(questions[0].users, ['dave']);
  assert.deepEqual(heard, ['bob busy', 'carol offline']);
});

test('what is heard while an answer is on its way is newer than that answer', async () => {
  const { presences, answer } = setUp();
  presences.watch(['bob', 'carol']);
  presences.hear(told('bob', 'in-call'));
  await answer({ bob: 'available', carol: 'away' });
  assert.equal(presences.of('bob').presence, 'in-call');
  assert.equal(presences.of('carol').presence, 'away');
});

test('a question that was asked after something was heard knows better', async () => {
  const { presences, answer } = setUp();
  presences.hear(told('bob', 'in-call'));
  presences.watch(['bob']);
  const again = presences.refresh();
  await answer({ bob: 'available' });
  await again;
  assert.equal(presences.of('bob').presence, 'available');
});

test('a broken line makes unknown what cannot be known, and coming back makes it true', async () => {
  const { presences, timers, questions, answer } = setUp();
  presences.watch(['bob']);
  await answer({ bob: 'available' });
  presences.lose();
  presences.lose();
  assert.equal(timers.length, 1);
  timers[0].job();
  assert.equal(presences.of('bob').presence, 'unknown');
  presences.refresh();
  assert.deepEqual(questions[0].users, ['bob']);
  await answer({ bob: 'busy' });
  assert.equal(presences.of('bob').presence, 'busy');
});

test('a line that is back soon leaves everything as it is until the answer comes', async () => {
  const { presences, timers, answer } = setUp();
  presences.watch(['bob']);
  await answer({ bob: 'available' });
  presences.lose();
  presences.refresh();
  timers[0].job();
  assert.equal(presences.of('bob').presence, 'available');
  await answer({ bob: 'dnd' });
  assert.equal(presences.of('bob').presence, 'dnd');
});

test('a question without an answer is asked again, one that is refused is not', async () => {
  const { presences, questions, timers, answer } = setUp();
  presences.watch(['bob']);
  questions.shift().reject(Object.assign(new Error('no'), { status: 503 }));
  await settled();
  timers.shift().job();
  await answer({ bob: 'away' });
  assert.equal(presences.of('bob').presence, 'away');
  presences.watch(['bob', 'x']);
  questions.shift().reject(Object.assign(new Error('no'), { status: 400 }));
  await settled();
  assert.equal(timers.length, 0);
});

test('when the core falls silent or speaks again, all is asked anew, not at once by everybody', async () => {
  const { presences, questions, timers, answer } = setUp();
  presences.watch(['bob']);
  await answer({ bob: 'available' });
  presences.hear({ people: [], own: null, again: true });
  assert.equal(timers[0].wait, 500);
  timers[0].job();
  assert.deepEqual(questions[0].users, ['bob']);
  await answer({ bob: 'unknown' });
  assert.equal(presences.of('bob').presence, 'unknown');
});

test('what one chose comes with every answer and every change', async () => {
  const { presences, answer } = setUp();
  presences.watch(['me']);
  await answer({ me: 'available' });
  presences.hear({ people: [], own: { choice: 'dnd', until: null, awayMinutes: 10 } });
  assert.equal(presences.own.choice, 'dnd');
});
