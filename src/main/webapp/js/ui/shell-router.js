// Moves through the portal without leaving the page that holds the phone: fetches the next page,
// swaps <main> and the title, and lets the address follow. What it cannot fetch it says, with a retry.
import { isFragmentOnly, isPlainClick, sectionOf, staysInside, verdict } from '../lib/router.js';
import { Newest } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { base } from './session.js';
import { setTitle } from './badges.js';
import { h } from './dom.js';
import { announce, notice } from './notice.js';
import { empty } from './places.js';

const HEADERS = { Accept: 'text/html', 'X-Parley-Shell': '1' };

function plainPage(answer) {
  const card = answer.querySelector('.plain-card');
  if (!card) return null;
  const place = h('div', { class: 'empty' }, [...card.children]);
  return h('main', { id: 'main', class: 'page page-error', tabindex: '-1', data: { page: 'error' } }, place);
}

export class ShellRouter {
  #load;
  #newest = new Newest();
  #page = null;
  #leaving = null;
  #release = document.documentElement.dataset.assets;

  /** `load(name)` answers the module of a page, or null for a page without one. */
  constructor(load) {
    this.#load = load;
  }

  start() {
    history.scrollRestoration = 'manual';
    document.addEventListener('click', (event) => this.#clicked(event));
    document.addEventListener('submit', (event) => this.#submitted(event));
    addEventListener('popstate', (event) => this.#popped(event.state));
    addEventListener('pagehide', () => this.#remember());
    // What the browser kept of a page from before a sign-out is asked for again.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
    return this.#connect(this.#main, history.state);
  }

  get #main() {
    return document.getElementById('main');
  }

  /** Opens a page of the shell. `focus` is what the reader wants to use there first. */
  async go(href, { replace = false, focus = null } = {}) {
    const target = new URL(href, location.href);
    if (!staysInside(target.href, location.href, base)) {
      location.assign(target.href);
      return;
    }
    if (target.href === location.href && this.#page?.navigate?.(target, {})) {
      this.#focus(focus);
      return;
    }
    this.#remember();
    if (this.#page?.navigate?.(target, {})) {
      this.#push(target.href, replace);
      this.#mark();
      this.#focus(focus);
      return;
    }
    await this.#fetch(target.href, { method: 'GET' }, { replace, focus });
  }

  #clicked(event) {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || !isPlainClick(event)) return;
    if (link.target || link.hasAttribute('download') || link.hasAttribute('data-no-shell')) return;
    if (!staysInside(link.href, location.href, base) || isFragmentOnly(link.href, location.href)) return;
    event.preventDefault();
    this.go(link.href);
  }

  #submitted(event) {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute('data-no-shell') || !this.#main.contains(form)) return;
    event.preventDefault();
    const data = new FormData(form, event.submitter ?? undefined);
    const action = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
    const target = new URL(action, location.href);
    if (form.method === 'get') {
      target.search = new URLSearchParams([...data].filter(([, value]) => value !== '')).toString();
      this.go(target.href);
      return;
    }
    const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
    this.#fetch(target.href, { method: 'POST', body }, { form });
  }

  async #popped(state) {
    const target = new URL(location.href);
    if (this.#page?.navigate?.(target, state ?? {})) {
      this.#mark();
      return;
    }
    await this.#fetch(target.href, { method: 'GET' }, { popped: true, state });
  }

  async #fetch(href, request, how) {
    const signal = this.#newest.next();
    this.#main.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(href, { ...request, headers: HEADERS, credentials: 'same-origin', signal });
      const type = response.headers.get('Content-Type');
      const next = verdict({ status: response.status, url: response.url, type }, base);
      const markup = next === 'swap' ? await response.text() : '';
      if (signal.aborted) return;
      if (next === 'reload') location.assign(request.method === 'GET' ? href : location.href);
      else if (next === 'leave') location.assign(response.url);
      else if (next === 'fail') this.#failed(href, request, how, 'failed');
      else {
        // What answers a form without leading on has no address of its own: a reload is to find its page.
        const stays = request.method === 'POST' && !response.redirected;
        await this.#swap(markup, stays ? location.href : response.url, how);
      }
    } catch (error) {
      if (error.name !== 'AbortError') this.#failed(href, request, how, 'offline');
    } finally {
      if (!signal.aborted) this.#main.removeAttribute('aria-busy');
    }
  }

  async #swap(markup, url, how) {
    const answer = new DOMParser().parseFromString(markup, 'text/html');
    const root = answer.documentElement.dataset;
    // Pages of errors have no shell of their own: their words are shown in this one.
    const next = root.user === undefined ? plainPage(answer) : answer.getElementById('main');
    if (!next || (root.user !== undefined && root.user !== document.documentElement.dataset.user)) {
      location.assign(url);
      return;
    }
    // Another language is for the whole shell.
    if (answer.documentElement.lang !== document.documentElement.lang && !this.#inCall) {
      location.assign(url);
      return;
    }
    // A new release is taken up by the next move, unless that would end a call.
    if (root.assets !== this.#release && !this.#inCall) {
      location.assign(url);
      return;
    }
    this.#disconnect();
    this.#main.replaceWith(document.adoptNode(next));
    if (!how.popped) this.#push(url, how.replace || how.form !== undefined && url === location.href);
    setTitle(answer.title);
    this.#mark();
    announce(text('page.loaded', answer.title));
    await this.#connect(this.#main, how.popped ? how.state : null, how.focus);
  }

  get #inCall() {
    return ['calling', 'ringing', 'in-call', 'held'].includes(document.documentElement.dataset.phoneState);
  }

  /** The old page stays where a form was being sent; otherwise the place itself says what happened. */
  #failed(href, request, how, why) {
    const retry = () => this.#fetch(href, request, how);
    if (how.form) {
      notice(text('page.undone'), { label: text('page.retry'), run: retry });
      return;
    }
    this.#disconnect();
    if (!how.popped) this.#push(href, how.replace);
    const place = empty({
      icon: why === 'offline' ? 'wifi-off' : 'exclamation-triangle',
      title: text(`page.${why}.title`),
      hint: text(`page.${why}.hint`),
      action: { label: text('page.retry'), run: () => this.#fetch(href, request, { ...how, popped: true }) },
    });
    const main = h('main', { id: 'main', class: 'page page-error', tabindex: '-1', data: { page: 'error' } }, place);
    this.#main.replaceWith(main);
    setTitle(text(`page.${why}.title`));
    this.#mark();
    main.focus();
    if (why === 'offline') addEventListener('online', () => main.isConnected && retry(), { once: true });
  }

  async #connect(main, state, focus = null) {
    const controller = new AbortController();
    this.#leaving = controller;
    this.#page = null;
    if (!focus && state === null) main.focus({ preventScroll: true });
    const module = await this.#load(main.dataset.page);
    if (controller.signal.aborted) return;
    this.#page = (await module?.connect?.(main, controller.signal, { router: this, state: state ?? {} })) ?? null;
    if (controller.signal.aborted) return;
    if (state?.scroll) main.scrollTop = state.scroll;
    if (focus) this.#focus(focus);
    else if (!state) main.querySelector('.is-invalid, [aria-invalid="true"]')?.focus();
  }

  #disconnect() {
    this.#leaving?.abort();
    this.#page = null;
  }

  #push(href, replace) {
    if (replace || href === location.href) history.replaceState({}, '', href);
    else history.pushState({}, '', href);
  }

  /** Where the reader was, for the way back. */
  #remember() {
    const more = this.#page?.remember?.() ?? {};
    history.replaceState({ ...history.state, ...more, scroll: this.#main.scrollTop }, '');
  }

  #mark() {
    const section = sectionOf(location.pathname, base);
    for (const link of document.querySelectorAll('[data-section]')) {
      if (link.dataset.section.split(' ').includes(section)) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  #focus(selector) {
    if (selector) this.#main.querySelector(selector)?.focus();
  }
}
