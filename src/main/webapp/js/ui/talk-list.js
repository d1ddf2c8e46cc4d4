// The list of conversations, newest first, and the field above it that finds people to write to.
import { $ } from '../../vendor/jquery/jquery.module.js';
import { getJson } from '../lib/http.js';
import { learn, nameOf } from '../lib/names.js';
import { Newest, serial, settle } from '../lib/once.js';
import { mergeTalks, withMessage, withUnread } from '../lib/talks.js';
import { text } from '../lib/texts.js';
import { phone } from '../phone/index.js';
import { h } from './dom.js';
import { empty, notLoaded } from './places.js';
import { reconcile } from './reconcile.js';
import { conversationRow, personRow } from './rows.js';
import { events, outbox, talkPath } from './session.js';

const PAGE = 50;
const FOUND = 30;

export class TalkList {
  #main;
  #signal;
  #router;
  #list;
  #find;
  #talks = null;
  #next = null;
  #current = null;
  #loadingMore = false;
  #search = new Newest();

  constructor(main, signal, router) {
    this.#main = main;
    this.#signal = signal;
    this.#router = router;
    this.#list = main.querySelector('[data-list="talks"]');
    this.#find = main.querySelector('[data-find]');
    this.#listen();
  }

  /** The conversation that is open; its new messages are not unread while it is looked at. */
  set current(user) {
    this.#current = user;
    this.#draw();
  }

  load() {
    return this.#refresh();
  }

  focusFind() {
    this.#find.focus();
  }

  #listen() {
    const on = (target, type, job) => target.addEventListener(type, job, { signal: this.#signal });
    const later = settle(() => this.#signal.aborted || this.#refresh(), 60);
    on(events, 'resync', later);
    on(events, 'message', ({ detail }) => (typeof detail.text === 'string' ? this.#news(detail) : later()));
    on(events, 'read', ({ detail }) => (typeof detail.unread === 'number' ? this.#noteRead(detail) : later()));
    on(phone, 'message', ({ detail }) => {
      const unread = !this.#isLookingAt(detail.from);
      this.#bump({ user: detail.from, text: detail.text, at: detail.sentAt, mine: false, unread });
    });
    on(outbox, 'change', ({ detail: { peer } }) => {
      const last = outbox.entries(peer).at(-1);
      if (last && last.code === null) this.#bump({ user: peer, text: last.text, at: last.at, mine: true });
    });
    on(this.#list.parentElement, 'scroll', () => this.#nearEnd() && this.#more());
    const search = settle(() => this.#searched(), 90);
    on(this.#find, 'input', search);
    on(this.#find, 'keydown', (event) => this.#key(event));
    $(this.#main).on('click', '[data-new]', () => this.focusFind());
  }

  #refresh = serial(async () => {
    try {
      const answer = await getJson('/api/conversations', { limit: PAGE, signal: this.#signal });
      learn(answer.conversations);
      if (this.#talks === null) this.#next = answer.next ?? null;
      this.#talks = mergeTalks(this.#talks ?? [], answer.conversations);
      this.#draw();
    } catch (problem) {
      if (problem.name === 'AbortError' || this.#talks !== null) return;
      this.#list.replaceChildren(h('li', {}, notLoaded(problem, () => this.#refresh())));
    }
  });

  #nearEnd() {
    const box = this.#list.parentElement;
    return box.scrollTop + box.clientHeight > box.scrollHeight - 300;
  }

  async #more() {
    if (this.#next === null || this.#loadingMore || this.#find.value.trim()) return;
    this.#loadingMore = true;
    try {
      const answer = await getJson('/api/conversations', { before: this.#next, limit: PAGE, signal: this.#signal });
      learn(answer.conversations);
      this.#next = answer.next ?? null;
      this.#talks = mergeTalks(this.#talks, answer.conversations);
      this.#draw();
    } catch {
      // Scrolling on asks again.
    } finally {
      this.#loadingMore = false;
    }
  }

  #isLookingAt(user) {
    return user === this.#current && document.hasFocus();
  }

  /** The server tells of a message, with all that a row shows. */
  #news({ conversation: user, name, picture, text: words, sentAt: at, mine, unread }) {
    learn([{ user, name, picture: picture ?? null }]);
    this.#bump({ user, text: words, at, mine, unread: this.#isLookingAt(user) ? 0 : unread });
  }

  #noteRead({ conversation, unread }) {
    if (this.#talks === null) return;
    this.#talks = withUnread(this.#talks, conversation, unread);
    this.#draw();
  }

  #bump(message) {
    if (this.#talks === null) return;
    this.#talks = withMessage(this.#talks, { ...message, name: nameOf(message.user) });
    this.#draw();
  }

  #draw() {
    if (this.#talks === null || this.#find.value.trim() || this.#signal.aborted) return;
    this.#list.removeAttribute('aria-busy');
    if (!this.#talks.length) {
      const words = { title: text('messages.none.title'), hint: text('messages.none.hint') };
      this.#list.replaceChildren(h('li', {}, empty({ icon: 'chat', small: true, ...words })));
      return;
    }
    const rows = this.#talks.map((talk) => {
      const current = talk.user === this.#current;
      return { key: talk.user, sign: JSON.stringify([talk, current]), talk, current };
    });
    reconcile(this.#list, rows, ({ talk, current }) => conversationRow(talk, current));
  }

  async #searched() {
    const q = this.#find.value.trim();
    if (!q) {
      this.#list.replaceChildren();
      this.#draw();
      return;
    }
    try {
      const { people } = await getJson('/api/people', { q, limit: FOUND, signal: this.#search.next(this.#signal) });
      learn(people);
      const rows = people.map((person) => personRow(person, { actions: false }));
      const none = () => h('li', { class: 'empty empty-small muted', text: text('messages.found.none') });
      this.#list.replaceChildren(...(rows.length ? rows : [none()]));
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      this.#list.replaceChildren(h('li', {}, notLoaded(problem, () => this.#searched())));
    }
  }

  #key(event) {
    if (event.key === 'Escape' && this.#find.value) {
      this.clearFind();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter') {
      const first = this.#list.querySelector('.row-item')?.dataset.user;
      event.preventDefault();
      if (first && this.#find.value.trim()) {
        this.#router.go(talkPath(first), { focus: '[data-testid="message-input"]' });
      }
    }
  }

  /** The list of conversations again, whatever was looked for. */
  clearFind() {
    if (!this.#find.value) return;
    this.#find.value = '';
    this.#searched();
  }
}
