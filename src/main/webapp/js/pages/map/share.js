// Asking for consent where it is needed: what is shared, how exactly, with whom, how long; then the browser's
// question, and another way where it says no.
import { getJson } from '../../lib/http.js';
import { Newest, settle } from '../../lib/once.js';
import { text } from '../../lib/texts.js';
import { relativeTime } from '../../ui/times.js';
import { h, icon } from '../../ui/dom.js';
import { sharing } from '../../ui/sharing.js';

const PATIENCE = { timeout: 15_000, maximumAge: 60_000 };

/** Where this browser is; refusals say why as text keys. */
function askBrowser(exact) {
  if (!navigator.geolocation) return Promise.reject(new Error('unavailable'));
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      ({ code }) => reject(new Error(code === 1 ? 'refused' : 'unavailable')),
      { ...PATIENCE, enableHighAccuracy: exact },
    );
  });
}

export function connectShare(main, signal, { pick, show }) {
  const dialog = main.querySelector('[data-share-dialog]');
  const form = dialog.querySelector('form');
  const problem = form.querySelector('[data-problem]');
  const field = form.querySelector('[name="town"]');
  const found = form.querySelector('[data-towns]');
  const send = form.querySelector('[type="submit"]');
  const newest = new Newest();
  let place = null;

  const value = (name) => new FormData(form).get(name);
  const on = (target, type, job) => target.addEventListener(type, job, { signal });

  // A town, typed or told by an address, is a town.
  const detailOf = (source) => (source === 'ADDRESS' || source === 'TOWN' ? 'TOWN' : value('detail'));

  function say(key) {
    problem.textContent = key ? text(`sharing.problem.${key}`) : '';
    problem.hidden = !key;
  }

  function paintTerms() {
    const source = value('source');
    form.dataset.source = source;
    const detail = detailOf(source);
    form.querySelector('[data-terms]').textContent = text(
      'sharing.terms',
      text(`sharing.audience.${value('audience')}`),
      text(`sharing.detail.${detail}`),
      text(`sharing.lasting.${value('lasting')}`),
    );
    form.querySelector('[data-picked]').textContent = place?.words ?? '';
    send.disabled = (source === 'TOWN' || source === 'PICKED') && place?.source !== source;
  }

  function choose(source, chosen) {
    place = { ...chosen, source };
    form.elements.source.value = source;
    say(null);
    paintTerms();
  }

  const search = settle(async () => {
    const typed = field.value.trim();
    if (typed.length < 2) {
      found.replaceChildren();
      return;
    }
    try {
      const { towns } = await getJson('/api/location/towns', { q: typed, signal: newest.next(signal) });
      found.replaceChildren(...towns.map(townRow));
      if (!towns.length) found.append(h('li', { class: 'muted map-no-town', text: text('sharing.town.none') }));
    } catch {
      // The next letter asks again.
    }
  }, 150);

  function townRow({ name, region, country, latitude, longitude }) {
    const words = [name, region, country].filter((word, at, all) => word && all.indexOf(word) === at).join(', ');
    const take = () => {
      field.value = name;
      found.replaceChildren();
      choose('TOWN', { latitude, longitude, accuracy: 5000, words });
      send.focus();
    };
    const sub = words.startsWith(`${name}, `) ? words.slice(name.length + 2) : '';
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'map-town', data: { testid: 'town-choice' }, on: { click: take } }, h('b', { text: name }), h('span', { text: sub })),
    );
  }

  async function submit(event) {
    event.preventDefault();
    const source = value('source');
    const detail = value('detail');
    say(null);
    send.disabled = true;
    send.setAttribute('aria-busy', 'true');
    try {
      const where = source === 'DEVICE' ? await askBrowser(detail === 'EXACT') : source === 'ADDRESS' ? null : place;
      const terms = { source, detail, audience: value('audience'), lasting: value('lasting') };
      const shared = await sharing.begin(terms, where && { latitude: where.latitude, longitude: where.longitude, accuracy: where.accuracy });
      dialog.close();
      show(shared);
    } catch (why) {
      if (['refused', 'unavailable'].includes(why.message)) {
        say(why.message);
        form.elements.source.value = 'TOWN';
        paintTerms();
        field.focus();
      } else if (why.status === 400) {
        problem.textContent = why.detail || why.message;
        problem.hidden = false;
      } else say(why.status === 429 ? 'often' : 'failed');
    } finally {
      send.removeAttribute('aria-busy');
      send.disabled = false;
      paintTerms();
    }
  }

  /** What is shared now, or the way to share, at the head of the list. */
  function paintState() {
    const state = main.querySelector('[data-share]');
    const { current } = sharing;
    state.classList.toggle('is-on', current !== null);
    if (!current) {
      state.replaceChildren(
        h('p', { text: text('sharing.off') }),
        h('button', { type: 'button', class: 'btn btn-primary', data: { testid: 'share-open' }, on: { click: open } }, icon('geo-alt'), text('sharing.begin')),
      );
      return;
    }
    state.replaceChildren(
      h('p', {}, h('b', { text: current.town ? text('sharing.at', current.town) : text('sharing.on') })),
      h('p', { class: 'muted' }, sharingWords(current), ' · ', relativeTime(current.updatedAt)),
      h(
        'div',
        { class: 'page-acts' },
        h('button', { type: 'button', class: 'btn', text: text('sharing.change'), on: { click: open } }),
        h('button', { type: 'button', class: 'btn btn-outline-danger', text: text('sharing.stop.long'), data: { testid: 'share-stop' }, on: { click: () => sharing.stop() } }),
      ),
    );
  }

  function sharingWords({ audience, detail }) {
    return `${text(`sharing.audience.${audience}`)} · ${text(`sharing.detail.${detail}`)}`;
  }

  function open() {
    say(null);
    paintTerms();
    dialog.showModal();
  }

  on(form, 'submit', submit);
  on(form, 'change', paintTerms);
  on(field, 'input', search);
  on(form.querySelector('[data-cancel]'), 'click', () => dialog.close());
  on(form.querySelector('[data-pick]'), 'click', async () => {
    dialog.close();
    const picked = await pick();
    if (signal.aborted) return;
    if (picked) choose('PICKED', { ...picked, accuracy: 10, words: text('sharing.picked', picked.latitude.toFixed(3), picked.longitude.toFixed(3)) });
    dialog.showModal();
  });
  on(sharing, 'change', paintState);
  signal.addEventListener('abort', () => {
    search.cancel();
    dialog.open && dialog.close();
  });
  paintState();
}
