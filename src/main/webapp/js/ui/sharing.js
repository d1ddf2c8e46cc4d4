// What this person shares of where they are: the sign at the head of every page, one click to stop, and the
// browser's position for as long as this browser is the one that shares it.
import { getJson, postJson, remove } from '../lib/http.js';
import { serial } from '../lib/once.js';
import { coarsen } from '../lib/place.js';
import { isNews } from '../lib/sharing.js';
import { text } from '../lib/texts.js';
import { timeOfDay } from '../lib/time.js';
import { h, icon } from './dom.js';
import { notice } from './notice.js';
import { base, events } from './session.js';

const KEPT = 'parley.sharing';
const PATIENCE = { maximumAge: 15_000, timeout: 30_000 };
const LONGEST_TIMER = 2 ** 31 - 1;

let towns = null;

/** Towns as the map knows them, fetched once. */
export function townList() {
  towns ??= fetch(`${document.documentElement.dataset.assets}/map/towns.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error('no towns'))))
    .then((answer) => answer.towns)
    .catch((problem) => {
      towns = null;
      throw problem;
    });
  return towns;
}

async function asAgreed(place, detail) {
  return coarsen(place, detail, detail === 'TOWN' ? await townList() : []);
}

class Sharing extends EventTarget {
  current = null;
  #watch = null;
  #last = null;
  #timer = null;
  #sign = null;

  load = serial(async () => {
    try {
      this.#set((await getJson('/api/location')).sharing ?? null);
    } catch {
      // The next event or page asks again.
    }
  });

  /** Shares from now on. `place` is {latitude, longitude, accuracy}; an address needs none. */
  async begin(terms, place = null) {
    // A town that was typed is no more exact than itself.
    const isTyped = terms.source === 'TOWN';
    const coarse = place && !isTyped ? await asAgreed(place, terms.detail) : (place ?? {});
    const shared = await postJson('/api/location', { ...terms, ...coarse });
    if (terms.source === 'DEVICE') {
      localStorage.setItem(KEPT, shared.key);
      this.#last = { ...coarse, at: Date.now() };
    }
    this.#set(shared);
    return shared;
  }

  async stop() {
    this.#sign?.querySelector('button')?.setAttribute('disabled', '');
    try {
      await remove('/api/location');
      this.#set(null);
      notice(text('sharing.stopped'));
    } catch {
      this.#sign?.querySelector('button')?.removeAttribute('disabled');
      notice(text('sharing.failed'), { label: text('page.retry'), run: () => this.stop() });
    }
  }

  #set(current) {
    this.current = current;
    this.#paint();
    this.#follow();
    clearTimeout(this.#timer);
    const left = current?.until ? new Date(current.until) - Date.now() : null;
    if (left !== null) this.#timer = setTimeout(() => this.load(), Math.min(LONGEST_TIMER, Math.max(500, left + 500)));
    this.dispatchEvent(new CustomEvent('change'));
  }

  #paint() {
    if (!this.current) {
      this.#sign?.remove();
      this.#sign = null;
      return;
    }
    const { audience, detail, until } = this.current;
    const end = until ? text('sharing.until', timeOfDay(until)) : text('sharing.open');
    const words = text('sharing.title', text(`sharing.audience.${audience}`), text(`sharing.detail.${detail}`), end);
    const sign = h(
      'div',
      { class: 'sharing-sign', data: { testid: 'sharing' }, title: words },
      h('a', { href: `${base}/map`, 'aria-label': words }, icon('geo-alt-fill'), h('span', { text: end })),
      h('button', {
        type: 'button',
        text: text('sharing.stop'),
        'aria-label': text('sharing.stop.long'),
        data: { testid: 'sharing-stop' },
        on: { click: () => this.stop() },
      }),
    );
    if (this.#sign) this.#sign.replaceWith(sign);
    else document.getElementById('line').before(sign);
    this.#sign = sign;
  }

  /** One tab of the browser that began it tells where it is. */
  #follow() {
    const mine = this.current?.source === 'DEVICE' && localStorage.getItem(KEPT) === this.current.key;
    if (!mine) {
      this.#watch?.abort();
      this.#watch = null;
      if (!this.current) localStorage.removeItem(KEPT);
      return;
    }
    if (this.#watch || !navigator.geolocation || !navigator.locks) return;
    const watch = new AbortController();
    this.#watch = watch;
    navigator.locks.request('parley-position', { signal: watch.signal }, () => this.#tell(watch.signal)).catch(() => null);
  }

  #tell(signal) {
    return new Promise((resolve) => {
      const options = { ...PATIENCE, enableHighAccuracy: this.current?.detail === 'EXACT' };
      const id = navigator.geolocation.watchPosition(({ coords }) => this.#moved(coords), () => null, options);
      signal.addEventListener('abort', () => {
        navigator.geolocation.clearWatch(id);
        resolve();
      });
    });
  }

  async #moved({ latitude, longitude, accuracy }) {
    if (!this.current) return;
    try {
      const place = await asAgreed({ latitude, longitude, accuracy }, this.current.detail);
      if (!isNews(this.#last, place, Date.now()) || !this.current) return;
      this.#last = { ...place, at: Date.now() };
      const { key } = this.current;
      const shared = await postJson('/api/location/move', { key, ...place });
      if (this.current?.key === key) {
        this.current = shared;
        this.dispatchEvent(new CustomEvent('change'));
      }
    } catch (problem) {
      // What was replaced or is over by now; anything else waits for the next position.
      if (problem.status === 404) this.load();
    }
  }
}

export const sharing = new Sharing();

let kept = false;

/** Keeps the sign true from now on. */
export function keepSharing() {
  if (kept) return;
  kept = true;
  for (const type of ['location', 'resync']) events.addEventListener(type, () => sharing.load());
  sharing.load();
}
