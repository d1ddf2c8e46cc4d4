// One contact beside the list: who they are, how they are reached, and what one can do.
import { contactLine, dialOf, linkOf } from '../lib/contacts.js';
import { getJson, postJson, remove } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { serial } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { contactPath, sayProblem, toggleBlock } from './contacts.js';
import { h, icon } from './dom.js';
import { notice } from './notice.js';
import { avatar } from './person.js';
import { empty, notLoaded, skeletons } from './places.js';
import { presenceWord } from './presence.js';
import { base } from './session.js';
import { contactFace } from './contact-row.js';

function act(name, label, props = {}) {
  return h('button', { type: 'button', class: 'btn', ...props }, icon(name), label);
}

export class ContactDetail {
  #place;
  #id;
  #signal;
  #router;
  #view = null;
  #block = null;

  constructor(place, id, signal, router) {
    this.#place = place;
    this.#id = id;
    this.#signal = signal;
    this.#router = router;
    place.replaceChildren(h('div', { class: 'book-detail' }, skeletons(4)));
  }

  get name() {
    return this.#view?.row.name ?? '';
  }

  load = serial(async () => {
    try {
      const view = await getJson(`/api/phonebook/${this.#id}`, { signal: this.#signal });
      const who = view.row.address;
      const state = who ? await getJson('/api/phonebook/state', { who, signal: this.#signal }) : {};
      if (this.#signal.aborted) return;
      this.#view = view;
      this.#block = state.block ?? null;
      this.#draw();
    } catch (problem) {
      if (problem.name === 'AbortError' || this.#signal.aborted) return;
      if (problem.status === 404) this.#gone();
      else if (!this.#view) this.#place.replaceChildren(notLoaded(problem, () => this.load()));
    }
  });

  #gone() {
    this.#view = null;
    const words = { title: text('phonebook.gone.title'), hint: text('phonebook.gone.hint') };
    const action = { label: text('phonebook.back'), href: `${base}/phonebook` };
    this.#place.replaceChildren(empty({ icon: 'person-x', ...words, action }));
  }

  #draw() {
    const { row, notes, addresses, groups } = this.#view;
    const focused = this.#place.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    if (row.user) learn([{ user: row.user, name: row.name, picture: row.picture ?? null }]);
    this.#place.replaceChildren(
      h(
        'div',
        { class: 'book-scroll' },
        h(
          'div',
          { class: 'book-detail', data: { testid: 'contact', id: row.id } },
          h(
            'a',
            { class: 'btn-icon book-back', href: `${base}/phonebook`, 'aria-label': text('phonebook.back'), title: text('phonebook.back') },
            icon('chevron-left'),
          ),
          h('section', { class: 'p-card' }, this.#head(row), this.#acts(row)),
          addresses.length > 0 &&
            h('section', { class: 'p-card' }, h('ul', { class: 'book-facts' }, addresses.map((one) => this.#reach(one, row)))),
          groups.length > 0 &&
            h(
              'nav',
              { class: 'chips chips-wrap', 'aria-label': text('phonebook.groups') },
              groups.map(({ id, name }) => h('a', { class: 'chip', href: `${base}/phonebook?group=${id}`, text: name })),
            ),
          notes && h('section', { class: 'p-card' }, h('p', { class: 'book-notes', text: notes, data: { testid: 'contact-notes' } })),
        ),
      ),
    );
    if (focused) this.#place.querySelector(`[data-act="${focused}"]`)?.focus();
  }

  #head(row) {
    const { user, name, status } = row;
    const line = contactLine({ ...row, address: null, email: null });
    const title = user ? h('a', { href: `${base}/people/${encodeURIComponent(user)}`, text: name }) : name;
    return h(
      'div',
      { class: 'who who-large' },
      user ? avatar(user, name, { size: 'large' }) : contactFace(row, 'large'),
      h(
        'div',
        { class: 'who-text' },
        h('h1', { class: 'p-title', data: { testid: 'contact-name' } }, title),
        line && h('span', { text: line }),
        user && h('span', { class: 'muted' }, presenceWord(user), status && ` · ${status}`),
        this.#block !== null && h('span', { class: 'muted', text: text('phonebook.is-blocked'), data: { testid: 'contact-blocked' } }),
      ),
    );
  }

  #acts({ id, user, address, favourite }) {
    const blocked = this.#block !== null;
    return h(
      'div',
      { class: 'page-acts' },
      address && act('telephone', text('phonebook.call'), { class: 'btn btn-primary', data: { call: address, act: 'call' } }),
      address && act('camera-video', text('phonebook.video'), { data: { call: address, video: 'true', act: 'video' } }),
      user && act('chat', text('phonebook.write'), { data: { write: user, act: 'write' } }),
      act(favourite ? 'star-fill' : 'star', text('phonebook.favourite'), {
        'aria-pressed': String(favourite),
        data: { testid: 'contact-favourite', act: 'favourite' },
        on: { click: () => this.#prefer(!favourite) },
      }),
      h('a', { class: 'btn', href: `${contactPath(id)}/edit`, data: { testid: 'contact-edit' } }, icon('pencil'), text('phonebook.edit')),
      address &&
        act('slash-circle', text(blocked ? 'phonebook.unblock' : 'phonebook.block'), {
          data: { testid: 'contact-block', act: 'block' },
          on: { click: () => this.#toggleBlock(address) },
        }),
      act('trash', text('phonebook.remove'), { data: { testid: 'contact-remove', act: 'remove' }, on: { click: () => this.#remove() } }),
    );
  }

  #reach(one, row) {
    const dial = dialOf(one);
    const words = [text(`phonebook.kind.${one.kind}`), one.label].filter(Boolean).join(' · ');
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'p-row-text' },
        h('a', { href: linkOf(one), text: one.value, 'data-no-shell': true, data: dial ? { call: dial } : {} }),
        h('span', { class: 'p-row-sub', text: words }),
      ),
      dial &&
        h(
          'button',
          { type: 'button', class: 'btn-icon', 'aria-label': text('call.person', row.name), title: text('call.person', row.name), data: { call: dial } },
          icon('telephone'),
        ),
    );
  }

  async #prefer(favourite) {
    this.#view.row.favourite = favourite;
    this.#draw();
    try {
      await postJson(`/api/phonebook/${this.#id}/favourite`, { favourite });
    } catch (problem) {
      sayProblem(problem);
      this.load();
    }
  }

  async #toggleBlock(address) {
    try {
      this.#block = await toggleBlock(address, this.#block);
      this.#draw();
    } catch (problem) {
      sayProblem(problem);
    }
  }

  /** Asked first: notes and numbers would be gone. */
  #remove() {
    const { name } = this.#view.row;
    const sheet = h(
      'dialog',
      { class: 'sheet book-sheet', 'aria-labelledby': 'book-remove' },
      h('div', { class: 'sheet-head' }, h('h2', { id: 'book-remove', text: text('phonebook.remove.sure', name) })),
      h(
        'div',
        { class: 'page-acts book-sheet-acts' },
        h('button', { type: 'button', class: 'btn btn-danger', text: text('phonebook.remove'), data: { testid: 'contact-remove-sure' }, on: { click: () => this.#removeNow(sheet, name) } }),
        h('button', { type: 'button', class: 'btn', text: text('phonebook.keep'), on: { click: () => sheet.close() } }),
      ),
    );
    sheet.addEventListener('close', () => sheet.remove());
    this.#place.append(sheet);
    sheet.showModal();
  }

  async #removeNow(sheet, name) {
    sheet.close();
    try {
      await remove(`/api/phonebook/${this.#id}`);
      notice(text('phonebook.removed', name));
      this.#router.go(`${base}/phonebook`, { replace: true });
    } catch (problem) {
      sayProblem(problem);
    }
  }
}
