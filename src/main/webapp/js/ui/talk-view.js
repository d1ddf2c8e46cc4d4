// The messages on the screen: rows, the line above what is new, and where one has scrolled to.
import { rows } from '../lib/thread.js';
import { presenceOf } from './presence.js';
import { dayRow, messageRow, unreadRow } from './message-row.js';
import { reconcile } from './reconcile.js';
import { h, withNextFrame } from './dom.js';

const NEAR_END = 48;

export class TalkView {
  scroller;
  #items;
  #newest;
  #peer;
  #stick = true;
  #ending = false;
  #firstUnread;

  constructor(root, peer) {
    this.scroller = root.querySelector('[data-scroll]');
    this.#items = root.querySelector('[data-items]');
    this.#newest = root.querySelector('[data-newest]');
    this.#peer = peer;
    // Pictures of the keyboard, a growing composer or a window made smaller keep the end in sight.
    new ResizeObserver(() => this.#stick && this.toEnd()).observe(this.scroller);
  }

  draw(thread, { toEnd = false } = {}) {
    const { items } = thread;
    this.#items.removeAttribute('aria-busy');
    if (this.#firstUnread === undefined && items.some(({ id }) => id !== undefined)) {
      const unread = items.find((item) => !item.mine && item.id !== undefined && item.state !== 'read');
      this.#firstUnread = unread?.uid ?? null;
    }
    const stick = this.#stick || toEnd;
    reconcile(this.#items, this.#withKeys(rows(items)), (row) => this.#make(row));
    if (stick) this.toEnd();
    else this.#newest.hidden = this.atEnd();
  }

  /** Is the end in sight? */
  atEnd() {
    if (this.#ending) return true;
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    this.#stick = scrollTop + clientHeight >= scrollHeight - NEAR_END;
    if (this.#stick) this.#newest.hidden = true;
    return this.#stick;
  }

  toEnd() {
    this.#stick = true;
    this.#newest.hidden = true;
    if (this.#ending) return;
    this.#ending = true;
    withNextFrame(() => {
      if (this.#ending) this.scroller.scrollTop = this.scroller.scrollHeight;
      this.#ending = false;
    });
  }

  /** Rows that come above leave what is being read where it is. */
  keepingPlace(job) {
    const below = this.scroller.scrollHeight - this.scroller.scrollTop;
    this.#stick = false;
    this.#ending = false;
    job();
    this.scroller.scrollTop = this.scroller.scrollHeight - below;
  }

  /** Whoever answers has seen what was new. */
  forgetUnread() {
    this.#firstUnread = null;
  }

  replace(element) {
    this.#items.removeAttribute('aria-busy');
    this.#items.replaceChildren(h('li', { class: 'talk-instead' }, element));
  }

  note(words) {
    this.#items.prepend(h('li', { class: 'talk-note', role: 'status', text: words }));
  }

  #make(row) {
    if (row.type === 'day') return dayRow(row.at);
    return row.type === 'unread' ? unreadRow() : messageRow(row, this.#peer);
  }

  #withKeys(drawn) {
    const away = presenceOf(this.#peer) === 'offline';
    return drawn.flatMap((row, index) => {
      if (row.type === 'day') return [{ ...row, key: `day ${drawn[index + 1].item.uid}`, sign: '' }];
      const { item, first, last, meta } = row;
      const sign = [item.state, item.mail, item.code, item.attempts > 0, first, last, meta, item.sentAt, meta && away].join();
      const message = { ...row, key: `${item.mine ? '>' : '<'}${item.uid}`, sign };
      if (item.mine || item.uid !== this.#firstUnread) return [message];
      return [{ type: 'unread', key: 'unread', sign: '' }, message];
    });
  }
}
