// Home: the last conversations and calls, and who is around.
import { getJson } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { serial, settle } from '../lib/once.js';
import { aroundFirst, greeting, isAround } from '../lib/around.js';
import { countText, text } from '../lib/texts.js';
import { phone } from '../phone/index.js';
import { $ } from '../../vendor/jquery/jquery.module.js';
import { h } from '../ui/dom.js';
import { empty, notLoaded } from '../ui/places.js';
import { presenceOf } from '../ui/presence.js';
import { callRow, conversationRow, personRow } from '../ui/rows.js';
import { events, me, presences } from '../ui/session.js';

const SHOWN = 6;
const PEOPLE = 49;

export function connect(main, signal) {
  let people = [];

  function none(kind, name, action) {
    const words = (part) => text(`home.none.${kind}.${part}`);
    return h('li', {}, empty({ icon: name, title: words('title'), hint: words('hint'), action, small: true }));
  }

  function panel(name, load, draw) {
    const place = main.querySelector(`[data-list="${name}"]`);
    const refresh = serial(async () => {
      try {
        const answer = await load();
        if (!signal.aborted) $(place).empty().append(draw(answer)).removeAttr('aria-busy');
      } catch (problem) {
        if (problem.name === 'AbortError' || signal.aborted) return;
        $(place).empty().append(h('li', {}, notLoaded(problem, refresh)));
      }
    });
    return refresh;
  }

  const talks = panel(
    'talks',
    () => getJson('/api/conversations', { limit: SHOWN, signal }),
    ({ conversations }) => {
      learn(conversations);
      if (!conversations.length) {
        const find = () => document.getElementById('dial-address').focus();
        return none('talks', 'chat', { label: text('home.none.talks.do'), run: find });
      }
      return conversations.map((conversation) => conversationRow(conversation));
    },
  );

  const calls = panel(
    'calls',
    () => getJson('/api/history', { limit: SHOWN, signal }),
    (answer) => {
      learn(answer.calls);
      return answer.calls.length ? answer.calls.map((call) => callRow(call, { short: true })) : none('calls', 'telephone');
    },
  );

  function paintAround() {
    const around = people.filter(({ user }) => isAround(presenceOf(user))).length;
    const words = around ? countText('home.around', around) : text('home.around.none');
    $(main).find('[data-around]').text(words);
  }

  function drawPeople() {
    if (!people.length) return none('people', 'people');
    return aroundFirst(people, presenceOf).map((person) => personRow(person));
  }

  const persons = panel(
    'people',
    () => getJson('/api/people', { limit: PEOPLE, signal }),
    (answer) => {
      people = answer.people;
      learn(people);
      paintAround();
      return drawPeople();
    },
  );

  // Those who come or go move, but not under the reader's pointer or focus.
  const sortPeople = settle(() => {
    const place = main.querySelector('[data-list="people"]');
    if (signal.aborted || !people.length || place.matches(':hover, :focus-within')) return;
    const rows = new Map([...place.children].map((row) => [row.dataset.user, row]));
    place.append(...aroundFirst(people, presenceOf).map(({ user }) => rows.get(user)).filter(Boolean));
  }, 250);

  const [firstName] = me.name.split(' ');
  $(main).find('[data-greeting]').text(text(`home.greeting.${greeting(new Date().getHours())}`, firstName));

  const on = (target, type, job) => target.addEventListener(type, job, { signal });
  const talksLater = settle(talks, 60);
  for (const type of ['message', 'read', 'resync']) on(events, type, talksLater);
  on(phone, 'message', talksLater);
  const callsLater = settle(calls, 60);
  for (const type of ['call', 'resync']) on(events, type, callsLater);
  on(presences, 'presence', () => {
    paintAround();
    sortPeople();
  });
  return Promise.all([talks(), calls(), persons()]).then(() => null);
}
