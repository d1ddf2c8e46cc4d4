// History: calls by day, filtered by kind and person, older ones by key, new ones as they happen.
import { $ } from '../../vendor/jquery/jquery.module.js';
import { byDay, filterOf, mergeCalls } from '../lib/calls.js';
import { getJson, postJson } from '../lib/http.js';
import { learn, nameOf } from '../lib/names.js';
import { Newest, serial, settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { dayLabel } from '../lib/time.js';
import { refreshBadges } from '../ui/badges.js';
import { h } from '../ui/dom.js';
import { empty, notLoaded, skeletons } from '../ui/places.js';
import { callRow } from '../ui/rows.js';
import { base, events } from '../ui/session.js';

const PAGE = 50;
const SUGGESTED = 8;

export function connect(main, signal, { router, state }) {
  const $main = $(main);
  const $list = $main.find('[data-list="calls"]');
  const $more = $main.find('[data-more]');
  const $person = $main.find('[name="person"]');
  const newest = new Newest();
  const names = new Newest();
  let filter = filterOf(location.search);
  let calls = [];
  let next = null;

  function ask(range) {
    return getJson('/api/history', { ...filter, limit: PAGE, signal: newest.next(signal), ...range });
  }

  function none() {
    if (!filter.kind && !filter.person) {
      return empty({ icon: 'clock-history', title: text('history.none.title'), hint: text('history.none.hint') });
    }
    return empty({
      icon: 'funnel',
      title: text('history.none.filtered.title'),
      hint: text('history.none.filtered.hint'),
      action: { label: text('history.none.filtered.do'), href: `${base}/history` },
    });
  }

  function day({ at, calls: those }) {
    return h(
      'section',
      {},
      h('h2', { class: 'day-head', text: dayLabel(at) }),
      h('ul', { class: 'rows' }, those.map((call) => callRow(call))),
    );
  }

  function draw() {
    learn(calls);
    const focused = document.activeElement?.closest('[data-testid="history-item"]')?.dataset.id;
    $list.empty().append(calls.length ? byDay(calls).map(day) : none());
    $list.removeAttr('aria-busy');
    $more.prop('hidden', next === null);
    if (focused) $list.find(`[data-id="${CSS.escape(focused)}"] .row-link`).trigger('focus');
  }

  function paintFilter() {
    for (const chip of main.querySelectorAll('[data-kind-filter]')) {
      const kind = chip.dataset.kindFilter || null;
      chip.href = target({ ...filter, kind });
      if (kind === filter.kind) chip.setAttribute('aria-current', 'true');
      else chip.removeAttribute('aria-current');
    }
    if (!$person.is(':focus')) $person.val(filter.person ? nameOf(filter.person) : '');
  }

  function target({ kind, person }) {
    const query = new URLSearchParams();
    if (kind) query.set('kind', kind);
    if (person) query.set('person', person);
    return `${base}/history${query.size ? `?${query}` : ''}`;
  }

  /** The first page, or as many calls as were shown before the reader went away. */
  async function load(count = PAGE) {
    try {
      let answer = await ask({});
      calls = answer.calls;
      next = answer.next ?? null;
      while (next !== null && calls.length < count) {
        answer = await ask({ before: next });
        calls = [...calls, ...answer.calls];
        next = answer.next ?? null;
      }
      draw();
      seen();
    } catch (problem) {
      if (problem.name !== 'AbortError') $list.empty().append(notLoaded(problem, () => load(count)));
    }
  }

  /** Whoever looks at the history has seen what was missed. */
  function seen() {
    if (document.hidden || !calls.some((call) => call.kind === 'missed' && !call.seen)) return;
    postJson('/api/history/seen').then(refreshBadges, () => null);
  }

  async function more() {
    $more.find('button').prop('disabled', true);
    try {
      const answer = await ask({ before: next });
      calls = [...calls, ...answer.calls];
      next = answer.next ?? null;
      draw();
    } catch (problem) {
      if (problem.name !== 'AbortError') $list.append(notLoaded(problem, more));
    } finally {
      $more.find('button').prop('disabled', false);
    }
  }

  const refresh = serial(async () => {
    try {
      const answer = await getJson('/api/history', { ...filter, limit: PAGE, signal });
      calls = mergeCalls(calls, answer.calls);
      draw();
      seen();
    } catch {
      // What is shown stays; the next event or the reader asks again.
    }
  });

  /** Whoever the name belongs to, or begins like; a name that nobody has finds no calls. */
  async function personNamed(typed) {
    const { people } = await getJson('/api/people', { q: typed, limit: SUGGESTED, signal: names.next(signal) });
    learn(people);
    $main.find('datalist').empty().append(people.map(({ name }) => h('option', { value: name })));
    const exact = people.find(({ user, name }) => [user, name.toLowerCase()].includes(typed.toLowerCase()));
    return (exact ?? people[0])?.user ?? typed;
  }

  const typed = settle(async () => {
    const words = $person.val().trim();
    try {
      const person = words ? await personNamed(words) : null;
      if (!signal.aborted && person !== filter.person) router.go(target({ ...filter, person }), { replace: true });
    } catch {
      // A newer letter has asked again, or the connection will.
    }
  }, 200);

  $more.on('click', 'button', more);
  $person.on('input', typed);
  const refreshLater = settle(refresh, 60);
  for (const type of ['call', 'resync']) events.addEventListener(type, refreshLater, { signal });
  document.addEventListener('visibilitychange', seen, { signal });
  signal.addEventListener('abort', typed.cancel);
  paintFilter();

  return load(state.count).then(() => ({
    navigate(url) {
      if (url.pathname !== `${base}/history`) return false;
      filter = filterOf(url.search);
      paintFilter();
      $list.empty().append(skeletons(6));
      load();
      return true;
    },
    remember: () => ({ count: calls.length }),
  }));
}
