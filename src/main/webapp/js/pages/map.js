// The map: who is where, as far as they share it, and beside it the same people by distance.
import { postJson } from '../lib/http.js';
import { distanceText } from '../lib/place.js';
import { learn } from '../lib/names.js';
import { Newest, serial, settle, spaced } from '../lib/once.js';
import { isAround } from '../lib/around.js';
import { countText, text } from '../lib/texts.js';
import { h, icon } from '../ui/dom.js';
import { avatar, callButton, videoButton, writeButton } from '../ui/person.js';
import { empty, notLoaded } from '../ui/places.js';
import { presenceOf, presenceWord } from '../ui/presence.js';
import { base, events, presences } from '../ui/session.js';
import { keepSharing, sharing } from '../ui/sharing.js';
import { relativeTime } from '../ui/times.js';
import { Canvas } from './map/canvas.js';
import { connectPick } from './map/pick.js';
import { connectShare } from './map/share.js';

const PAGE = 50;
const FRESH = 30_000;
const TOGETHER = 20;

/** Names this page for the server, which tells it when something changes. */
function pageName() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const exactly = ({ accuracy }) => text('map.about', distanceText(accuracy));

function whereWords(person) {
  const { town, detail } = person;
  if (!town) return exactly(person);
  return `${text(detail === 'TOWN' ? 'map.town' : 'map.near', town)} · ${exactly(person)}`;
}

export async function connect(main, signal, { state }) {
  const root = main.querySelector('[data-map]');
  const list = main.querySelector('[data-list="people"]');
  const about = main.querySelector('[data-about]');
  const more = main.querySelector('[data-more]');
  const crowd = main.querySelector('[data-crowd]');
  const around = main.querySelector('[data-around-only]');
  const page = pageName();
  const views = new Newest();
  let people = [];
  let next = null;
  let fromMe = false;
  let view = { people: [], clusters: [], total: 0 };
  let isFirst = !state.view;

  const on = (target, type, job) => target.addEventListener(type, job, { signal });
  const isShown = (person) => !around.checked || isAround(presenceOf(person.user));

  const canvas = await Canvas.make(main.querySelector('[data-canvas]'), {
    tiles: root.dataset.tiles || null,
    attribution: root.dataset.attribution,
    view: state.view,
    onMove: () => look(),
    onPerson: open,
    onCluster: openCluster,
    onClick: ({ lat, lng }) => pick.clicked({ latitude: lat, longitude: lng }),
  });
  if (signal.aborted) {
    canvas.remove();
    return null;
  }
  signal.addEventListener('abort', () => canvas.remove());

  const pick = connectPick(main, signal, canvas, (name) => showSide(name));

  function showSide(name) {
    root.dataset.view = name;
    for (const button of main.querySelectorAll('[data-show]')) {
      button.setAttribute('aria-pressed', String(button.dataset.show === name));
    }
    canvas.resize();
  }

  function ask(path, extra, abort) {
    return postJson(path, { page, ...canvas.bounds, crowd: crowd.value, ...extra }, { signal: abort });
  }

  const refresh = serial(async () => {
    if (signal.aborted) return;
    try {
      const abort = views.next(signal);
      const [seen, nearest] = await Promise.all([ask('/api/map', {}, abort), ask('/api/map/people', { limit: PAGE }, abort)]);
      learn(seen.people);
      learn(nearest.people);
      view = seen;
      people = nearest.people;
      next = nearest.next ?? null;
      fromMe = nearest.fromMe;
      if (isFirst) begin();
      draw();
    } catch (problem) {
      if (problem.name === 'AbortError' || signal.aborted) return;
      list.replaceChildren(h('li', {}, notLoaded(problem, refresh)));
      list.removeAttribute('aria-busy');
    }
  });

  /** The first look is at everybody; whoever shares begins where they are. */
  function begin() {
    isFirst = false;
    if (sharing.current) canvas.goTo(sharing.current, 9);
    else canvas.fit([...view.people, ...view.clusters]);
  }

  function draw() {
    drawMap();
    drawList();
  }

  function drawMap() {
    const mine = sharing.current;
    // Of a number nobody knows who is around: then those of the list stand for all.
    if (around.checked) canvas.draw({ people: people.filter(isShown), clusters: [], mine });
    else canvas.draw({ people: view.people, clusters: view.clusters, mine });
  }

  function drawList() {
    const shown = people.filter(isShown);
    // Whoever is not around has a row too, unseen: the dots on the page are who is watched.
    const rows = people.map(row);
    rows.forEach((element, at) => {
      element.hidden = !shown.includes(people[at]);
    });
    const focused = document.activeElement?.closest('[data-list="people"] [data-user]')?.dataset.user;
    list.replaceChildren(...rows, ...(shown.length ? [] : [h('li', {}, nobody())]));
    list.removeAttribute('aria-busy');
    more.hidden = next === null;
    const count = around.checked ? shown.length : view.total;
    about.textContent = count ? `${countText('map.people', count)} · ${text(fromMe ? 'map.from.me' : 'map.from.middle')}` : '';
    if (focused) list.querySelector(`[data-user="${CSS.escape(focused)}"] .row-link`)?.focus();
  }

  function nobody() {
    const filtered = around.checked || crowd.value !== 'all';
    const words = filtered ? 'filtered' : 'here';
    return empty({ icon: 'geo-alt', title: text(`map.none.${words}.title`), hint: text(`map.none.${words}.hint`), small: true });
  }

  function row(person) {
    const { user, name, distance, updatedAt } = person;
    const link = h('a', {
      class: 'row-link row-name',
      href: `${base}/people/${encodeURIComponent(user)}`,
      text: name,
      on: {
        click: (event) => {
          event.preventDefault();
          event.stopPropagation();
          showSide('map');
          canvas.goTo(person);
          open(person, true);
        },
      },
    });
    return h(
      'li',
      { class: 'row-item', data: { user, testid: 'map-row' } },
      avatar(user, name),
      h(
        'div',
        { class: 'row-text' },
        link,
        h('div', { class: 'row-sub' }, h('span', { text: [distanceText(distance), person.town].filter(Boolean).join(' · ') })),
        h('div', { class: 'row-sub' }, h('span', {}, exactly(person), ' · ', relativeTime(updatedAt))),
      ),
      h('div', { class: 'row-actions' }, callButton(user, name), writeButton(user, name)),
    );
  }

  /** What one can do about somebody, at their place on the map. */
  function open(person, focus = false) {
    const { user, name, status, updatedAt } = person;
    const first = callButton(user, name, { class: 'map-act', 'data-testid': 'map-call' });
    const card = h(
      'div',
      { class: 'map-person', data: { testid: 'map-card', user } },
      h(
        'div',
        { class: 'who' },
        avatar(user, name),
        h(
          'div',
          { class: 'who-text' },
          h('a', { class: 'map-name', href: `${base}/people/${encodeURIComponent(user)}`, text: name }),
          h('span', { class: 'muted' }, presenceWord(user), status && ` · ${status}`),
        ),
      ),
      h('p', { class: 'map-where' }, icon('geo-alt'), h('span', { text: whereWords(person) })),
      h('p', { class: 'map-where muted' }, icon('clock'), h('span', {}, text('map.updated'), ' ', relativeTime(updatedAt))),
      h('div', { class: 'map-acts' }, first, videoButton(user, name, { class: 'map-act' }), writeButton(user, name, { class: 'map-act' })),
    );
    card.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      canvas.close();
      canvas.focus();
    });
    canvas.open(person, card);
    if (focus) first.focus({ preventScroll: true });
  }

  async function openCluster(cluster) {
    if (canvas.closer(cluster)) return;
    try {
      const part = canvas.boundsAround(cluster, 40);
      const answer = await postJson('/api/map/people', { page, ...part, crowd: crowd.value, limit: TOGETHER }, { signal });
      learn(answer.people);
      canvas.popup([cluster.latitude, cluster.longitude], h('ul', { class: 'rows map-together' }, answer.people.map(row)));
    } catch {
      list.querySelector('.row-link')?.focus();
    }
  }

  const showMore = async () => {
    const button = more.querySelector('button');
    button.disabled = true;
    try {
      const answer = await ask('/api/map/people', { after: next, limit: PAGE }, signal);
      learn(answer.people);
      people = [...people, ...answer.people];
      next = answer.next ?? null;
      draw();
    } catch (problem) {
      if (problem.name !== 'AbortError') list.append(h('li', {}, notLoaded(problem, showMore)));
    } finally {
      button.disabled = false;
    }
  };

  const look = settle(refresh, 120);
  const changed = spaced(() => document.hidden || refresh(), 150, 2000);
  on(events, 'map', changed);
  on(events, 'resync', changed);
  on(sharing, 'change', changed);
  on(document, 'visibilitychange', changed);
  on(presences, 'presence', settle(() => around.checked && draw(), 300));
  on(crowd, 'change', refresh);
  on(around, 'change', refresh);
  on(more.querySelector('button'), 'click', showMore);
  for (const button of main.querySelectorAll('[data-show]')) on(button, 'click', () => showSide(button.dataset.show));
  const fresh = setInterval(changed, FRESH);
  signal.addEventListener('abort', () => {
    clearInterval(fresh);
    look.cancel();
  });

  keepSharing();
  connectShare(main, signal, {
    pick: () => pick.start(),
    show: (shared) => {
      showSide('map');
      canvas.goTo(shared, shared.detail === 'TOWN' ? 9 : 11);
    },
  });
  await sharing.load();
  await refresh();
  return { remember: () => ({ view: canvas.view }) };
}
