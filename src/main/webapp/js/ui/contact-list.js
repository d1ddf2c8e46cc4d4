// The phonebook's list: filters, search while typing, more while scrolling, true while it is open.
import { bookQuery } from '../lib/contacts.js';
import { getJson } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { Newest, serial, settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { contactRow } from './contact-row.js';
import { h } from './dom.js';
import { empty, notLoaded } from './places.js';
import { reconcile } from './reconcile.js';
import { base, events } from './session.js';

const PAGE = 500;

export class ContactList {
  #list;
  #find;
  #filters;
  #signal;
  #newest = new Newest();
  #contacts = null;
  #groups = [];
  #next = null;
  #current = null;
  #filter = { group: null, favourites: false };
  #loadingMore = false;

  constructor(main, signal) {
    this.#list = main.querySelector('[data-list="contacts"]');
    this.#find = main.querySelector('[data-find]');
    this.#filters = main.querySelector('[data-filters]');
    this.#signal = signal;
    const on = (target, type, job) => target.addEventListener(type, job, { signal });
    const later = settle(() => signal.aborted || this.refresh(), 40);
    for (const type of ['phonebook', 'resync']) on(events, type, later);
    on(this.#find, 'input', settle(() => signal.aborted || this.refresh(), 90));
    on(this.#find, 'keydown', (event) => this.#key(event));
    on(this.#list.parentElement, 'scroll', () => this.#nearEnd() && this.#more());
  }

  set current(id) {
    this.#current = id;
    this.#draw();
  }

  get query() {
    return bookQuery(this.#filter);
  }

  /** Shows those of a group, favourites, or all. */
  show(filter) {
    const same = filter.group === this.#filter.group && filter.favourites === this.#filter.favourites;
    this.#filter = filter;
    if (same && this.#contacts) return null;
    return this.refresh();
  }

  refresh = serial(async () => {
    const q = this.#find.value.trim();
    try {
      const answer = await this.#ask({ q }, this.#newest.next(this.#signal));
      if (q !== this.#find.value.trim()) return;
      this.#contacts = answer.contacts;
      this.#groups = answer.groups ?? this.#groups;
      this.#next = answer.next ?? null;
      this.#draw();
    } catch (problem) {
      if (problem.name === 'AbortError' || this.#contacts) return;
      this.#list.replaceChildren(h('li', {}, notLoaded(problem, () => this.refresh())));
    }
  });

  #ask(parameters, signal) {
    const { group, favourites } = this.#filter;
    return getJson('/api/phonebook', { group, favourites: favourites || null, limit: PAGE, ...parameters, signal });
  }

  #nearEnd() {
    const box = this.#list.parentElement;
    return box.scrollTop + box.clientHeight > box.scrollHeight - 600;
  }

  async #more() {
    if (this.#next === null || this.#loadingMore) return;
    this.#loadingMore = true;
    try {
      const answer = await this.#ask({ q: this.#find.value.trim(), after: this.#next }, this.#signal);
      this.#contacts = [...this.#contacts, ...answer.contacts];
      this.#next = answer.next ?? null;
      this.#draw();
    } catch {
      // Scrolling on asks again.
    } finally {
      this.#loadingMore = false;
    }
  }

  #draw() {
    if (this.#contacts === null || this.#signal.aborted) return;
    this.#drawFilters();
    this.#list.removeAttribute('aria-busy');
    learn(this.#contacts.filter(({ user }) => user));
    if (!this.#contacts.length) {
      this.#list.replaceChildren(h('li', {}, this.#none()));
      return;
    }
    const { query } = this;
    const rows = this.#contacts.map((contact) => {
      const current = contact.id === this.#current;
      return { key: contact.id, sign: JSON.stringify([contact, current, query]), contact, current };
    });
    reconcile(this.#list, rows, ({ contact, current }) => contactRow(contact, current, query));
  }

  #none() {
    const found = this.#find.value.trim() || this.query;
    const kind = found ? 'found' : 'empty';
    const action = { label: text('phonebook.empty.do'), href: `${base}/directory` };
    return empty({
      icon: found ? 'search' : 'person-lines-fill',
      title: text(`phonebook.${kind}.title`),
      hint: text(`phonebook.${kind}.hint`),
      action: found ? null : action,
      small: true,
    });
  }

  #drawFilters() {
    const { group, favourites } = this.#filter;
    const chip = (words, filter, current) =>
      h('a', { class: 'chip', href: `${base}/phonebook${bookQuery(filter)}`, text: words, 'aria-current': current && 'true' });
    this.#filters.hidden = false;
    this.#filters.replaceChildren(
      chip(text('phonebook.all'), {}, group === null && !favourites),
      chip(text('phonebook.favourites'), { favourites: true }, favourites),
      ...this.#groups.map(({ id, name }) => chip(name, { group: id }, id === group)),
    );
  }

  #key(event) {
    if (event.key === 'Escape' && this.#find.value) {
      this.#find.value = '';
      this.refresh();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#list.querySelector('.row-link')?.click();
    }
  }
}
