// Directory: everybody in the organisation, found while typing, filtered, page by page.
import { $ } from '../../vendor/jquery/jquery.module.js';
import { addressOf, isFiltered, questionOf, skillsFor, toldOf } from '../lib/directory.js';
import { getJson } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { Newest, settle } from '../lib/once.js';
import { countText, text } from '../lib/texts.js';
import { h } from '../ui/dom.js';
import { avatar, callButton, contactButton, videoButton, writeButton } from '../ui/person.js';
import { empty, notLoaded, skeletons } from '../ui/places.js';
import { presenceWord } from '../ui/presence.js';
import { base } from '../ui/session.js';

const PAGE = 50;
const TYPING = 120;
const COUNTED = 10_000;
const NOT_YET = 1500;
const BUTTONS = { shift: '[data-call]:not([data-video])', alt: '[data-video]', ctrl: '[data-write]' };

export function connect(main, signal, { router, state }) {
  const finder = main.querySelector('[data-finder]');
  const list = main.querySelector('[data-list="people"]');
  const $more = $(main).find('[data-more]');
  const said = main.querySelector('[data-said]');
  const newest = new Newest();
  const field = finder.elements.q;
  let question = questionOf(location.search);
  let people = [];
  let next = null;
  let loading = false;

  function row(person) {
    const { user, name, status } = person;
    const [work, where] = toldOf(person, document.documentElement.lang);
    const skills = skillsFor(person.skills, question.q).join(', ');
    return h(
      'li',
      { class: 'row-item directory-row', data: { user, testid: 'directory-person' } },
      avatar(user, name),
      h(
        'div',
        { class: 'row-text' },
        h('a', { class: 'row-link row-name', href: `${base}/people/${encodeURIComponent(user)}`, text: name }),
        h(
          'div',
          { class: 'row-sub' },
          presenceWord(user),
          (status || work) && h('span', { text: ` · ${status || work}` }),
        ),
      ),
      h(
        'div',
        { class: 'directory-told' },
        status && work && h('span', { text: work }),
        where && h('span', { text: where }),
        skills && h('span', { text: text('directory.skills', skills) }),
      ),
      h(
        'div',
        { class: 'row-actions' },
        callButton(user, name),
        videoButton(user, name, { class: 'is-optional' }),
        writeButton(user, name),
        contactButton(user, name, { class: 'is-optional' }),
      ),
    );
  }

  function nobody(total) {
    if (total === null || total === undefined) {
      return empty({ icon: 'hourglass-split', title: text('directory.reading.title'), hint: text('directory.reading.hint') });
    }
    const asked = question.q || isFiltered(question);
    return empty({
      icon: 'people',
      title: text(asked ? 'directory.none.title' : 'directory.empty.title'),
      hint: text(asked ? 'directory.none.hint' : 'directory.empty.hint'),
      action: isFiltered(question)
        ? { label: text('directory.none.do'), href: addressOf(base, { q: question.q }) }
        : null,
    });
  }

  function count({ total, near, people: found }) {
    if (total === null || !found.length) return '';
    const words = total >= COUNTED ? text('directory.many', COUNTED) : countText('directory.count', total);
    return near ? text('directory.near', words) : words;
  }

  function ask(range) {
    return getJson('/api/people', { ...question, limit: PAGE, ...range });
  }

  async function load(wanted = PAGE) {
    const mine = newest.next(signal);
    loading = true;
    try {
      let answer = await ask({ signal: mine });
      said.textContent = count(answer);
      people = answer.people;
      next = answer.next ?? null;
      for (let shown = PAGE; next !== null && shown < wanted; shown += PAGE) {
        answer = await ask({ after: next, signal: mine });
        people = [...people, ...answer.people];
        next = answer.next ?? null;
      }
      learn(people);
      list.replaceChildren(...(people.length ? people.map(row) : [h('li', {}, nobody(answer.total))]));
      list.removeAttribute('aria-busy');
      list.dataset.for = question.q;
      $more.prop('hidden', next === null);
      if (!people.length && (answer.total === null || answer.total === undefined)) later();
    } catch (problem) {
      if (problem.name === 'AbortError' || signal.aborted) return;
      list.replaceChildren(h('li', {}, notLoaded(problem, () => load(wanted))));
    } finally {
      if (!mine.aborted) loading = false;
    }
  }

  // Until the server has read everybody there is nothing to filter.
  const later = settle(() => signal.aborted || load(), NOT_YET);

  async function more() {
    if (loading || next === null) return;
    loading = true;
    const mine = newest.next(signal);
    try {
      const answer = await ask({ after: next, signal: mine });
      people = [...people, ...answer.people];
      next = answer.next ?? null;
      learn(answer.people);
      list.append(...answer.people.map(row));
      $more.prop('hidden', next === null);
    } catch (problem) {
      if (problem.name !== 'AbortError') list.append(h('li', {}, notLoaded(problem, more)));
    } finally {
      if (!mine.aborted) loading = false;
    }
  }

  function options(select, values, chosen) {
    const all = chosen && !values.includes(chosen) ? [chosen, ...values] : values;
    const [any] = select.options;
    select.replaceChildren(any, ...all.map((value) => h('option', { value, text: value })));
    select.value = chosen;
  }

  function paint() {
    if (document.activeElement !== field) field.value = question.q;
    const { country, region, department } = finder.elements;
    country.value = question.country;
    if (country.value !== question.country) {
      country.append(h('option', { value: question.country, text: question.country }));
      country.value = question.country;
    }
    region.hidden = !question.country;
    for (const [select, value] of [[region, question.region], [department, question.department]]) {
      options(select, [...select.options].slice(1).map((option) => option.value), value);
    }
    finder.querySelector('[data-clear]').hidden = !isFiltered(question);
  }

  async function regions() {
    if (!question.country) return;
    try {
      const choices = await getJson('/api/directory/choices', { country: question.country, signal });
      options(finder.elements.region, [...choices.regions].sort((a, b) => a.localeCompare(b)), question.region);
    } catch {
      // The region that the address names stays.
    }
  }

  /** Enter opens; with a key held down it does what a button of the row does. */
  function act(item, event) {
    const key = ['shift', 'alt', 'ctrl'].find((name) => event[`${name}Key`]);
    event.preventDefault();
    item.querySelector(BUTTONS[key] ?? '.row-link')?.click();
  }

  const look = (change) => router.go(addressOf(base, { ...question, ...change }), { replace: true });
  const typed = settle(() => signal.aborted || look({ q: field.value.trim() }), TYPING);

  const on = (target, type, job) => target.addEventListener(type, job, { signal });
  on(field, 'input', typed);
  on(finder, 'change', ({ target }) => {
    if (target === field) return;
    look({ [target.name]: target.value, ...(target.name === 'country' && { region: '' }) });
  });
  on(finder, 'submit', (event) => {
    event.preventDefault();
    typed.cancel();
    look({ q: field.value.trim() });
  });
  on(finder.querySelector('[data-clear]'), 'click', () => look({ country: '', region: '', department: '' }));
  on(field, 'keydown', (event) => {
    if (event.key === 'Enter' && !list.hasAttribute('aria-busy') && list.dataset.for === field.value.trim()) {
      // What is shown is for what stands in the field: Enter opens the first.
      const first = list.querySelector('.row-item');
      if (first) act(first, event);
    }
  });
  on(list, 'keydown', (event) => {
    if (event.key === 'ArrowUp' && event.target.closest('.row-item') === list.firstElementChild) field.focus();
    if (event.key === 'Enter' && event.target.matches('.row-link')) act(event.target.closest('.row-item'), event);
  });
  $more.on('click', 'button', more);
  const end = new IntersectionObserver(([entry]) => entry.isIntersecting && more(), { root: main, rootMargin: '400px' });
  end.observe($more[0]);
  signal.addEventListener('abort', () => {
    end.disconnect();
    typed.cancel();
    later.cancel();
  });

  paint();
  regions();
  if (!matchMedia('(pointer: coarse)').matches) field.focus({ preventScroll: true });
  return load(state.count).then(() => ({
    navigate(url) {
      if (url.pathname !== `${base}/directory`) return false;
      const before = question;
      question = questionOf(url.search);
      paint();
      if (question.country !== before.country) regions();
      if (!people.length) list.replaceChildren(...skeletons(6));
      load();
      return true;
    },
    remember: () => ({ count: people.length }),
  }));
}
