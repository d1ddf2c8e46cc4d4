// An open conversation: loads it, keeps it live, sends, and tells the portal what was read.
import { getJson, postJson } from '../lib/http.js';
import { learn, nameOf } from '../lib/names.js';
import { newId, serial, settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { Thread } from '../lib/thread.js';
import { phone } from '../phone/index.js';
import { refreshBadges } from './badges.js';
import { connectComposer } from './composer.js';
import { h, withNextFrame } from './dom.js';
import { received } from './inbox.js';
import { avatar } from './person.js';
import { empty, notLoaded } from './places.js';
import { presenceLine } from './presence.js';
import { base, events, outbox, presences } from './session.js';
import { TalkView } from './talk-view.js';

const NEAR_TOP = 400;
/** While somebody reads along, the other side is told so at most this often. */
const TELL_READ_EVERY = 300;

export class Talk {
  #user;
  #signal;
  #path;
  #view;
  #composer;
  #place;
  #thread = new Thread();
  #older = null;
  #loadingOlder = false;
  #loaded = false;
  #unknown = false;
  #readUpTo = 0;
  #toldReadUpTo = 0;
  #drawing = null;

  constructor(place, user, signal) {
    this.#place = place;
    this.#user = user;
    this.#signal = signal;
    this.#path = `/api/conversations/${encodeURIComponent(user)}`;
    place.replaceChildren(document.getElementById('talk').content.cloneNode(true));
    this.#view = new TalkView(place, user);
    this.#composer = connectComposer(place, {
      peer: user,
      name: nameOf(user),
      signal,
      send: (words) => this.#send(words),
    });
    this.drawHead();
    this.#listen();
    this.#fromOutbox();
  }

  get isUnknown() {
    return this.#unknown;
  }

  async open() {
    try {
      await this.#fetch({});
      this.#loaded = true;
      this.#drawNow({ toEnd: true });
      this.#read();
    } catch (problem) {
      if (problem.name === 'AbortError' || this.#signal.aborted) return;
      if (problem.status === 404) this.#nobody();
      else this.#view.replace(notLoaded(problem, () => this.open()));
    }
  }

  focus() {
    this.#composer.focus();
  }

  #listen() {
    const on = (target, type, job) => target.addEventListener(type, job, { signal: this.#signal });
    const mine = (job) => (event) => event.detail.conversation === this.#user && job(event.detail);
    on(phone, 'message', ({ detail }) => {
      if (detail.from !== this.#user) return;
      if (this.#thread.fromLive(detail)) this.#draw();
      withNextFrame(() => this.#read());
    });
    on(presences, 'presence', ({ detail }) => detail.user === this.#user && this.#draw());
    on(events, 'message', mine((news) => this.#heardOf(news)));
    on(events, 'resync', () => this.#refresh());
    on(events, 'message-state', mine((change) => this.#thread.heard(change) && this.#draw()));
    on(outbox, 'change', ({ detail }) => detail.peer === this.#user && this.#fromOutbox());
    on(outbox, 'sent', ({ detail }) => {
      if (detail.peer !== this.#user) return;
      this.#fromOutbox();
      if (this.#thread.setState(detail.uid, detail.state)) this.#draw();
    });
    on(window, 'storage', ({ key }) => outbox.peerOf(key) === this.#user && this.#fromOutbox());
    const scrolled = settle(() => this.#read(), 120);
    on(this.#view.scroller, 'scroll', () => {
      this.#view.atEnd();
      if (this.#view.scroller.scrollTop < NEAR_TOP) this.#fetchOlder();
      scrolled();
    });
    on(window, 'focus', () => this.#read());
    on(document, 'visibilitychange', () => this.#read());
    on(this.#place, 'click', (event) => this.#clicked(event));
  }

  #clicked({ target }) {
    const retry = target.closest('[data-retry]');
    const discard = target.closest('[data-discard]');
    if (retry) outbox.retry(this.#user, retry.dataset.retry);
    if (discard) {
      const { uid } = { uid: discard.dataset.discard };
      const entry = outbox.entries(this.#user).find((each) => each.uid === uid);
      outbox.discard(this.#user, uid);
      if (entry) this.#composer.restore(entry.text);
    }
    if (target.closest('[data-newest]')) this.#view.toEnd();
  }

  #send(words) {
    this.#view.forgetUnread();
    this.#draw({ toEnd: true });
    outbox.add(this.#user, words, newId());
  }

  /** The server tells of a message, and what it says unless that is long. */
  #heardOf(news) {
    if (typeof news.text !== 'string' || !this.#loaded) {
      this.#catchUp();
      return;
    }
    received(this.#thread.fromServer([news])).catch(() => null);
    this.#drawNow();
    this.#read();
  }

  #fromOutbox() {
    this.#thread.fromOutbox(outbox.entries(this.#user));
    this.#draw();
  }

  async #fetch(range) {
    const answer = await getJson(`${this.#path}/messages`, { ...range, signal: this.#signal });
    const fresh = this.#thread.fromServer(answer.messages);
    if (range.after === undefined) this.#older = answer.next ?? null;
    received(fresh).catch(() => null);
    return answer;
  }

  /** What came since; more than one page of it is fetched page by page. */
  #catchUp = serial(async () => {
    if (!this.#loaded) return this.#unknown ? this.open() : undefined;
    try {
      for (let more = true; more; ) {
        const after = this.#thread.newestId;
        const { next } = await this.#fetch(after === null ? {} : { after });
        more = after !== null && (next ?? null) !== null && this.#thread.newestId !== after;
      }
      this.#drawNow();
      this.#read();
    } catch {
      // The next event, or coming back to the page, asks again.
    }
    return undefined;
  });

  /** After a gap: what came since, and how far the messages that are shown have got by now. */
  async #refresh() {
    const shown = this.#loaded && !this.#thread.isEmpty;
    await this.#catchUp();
    if (!shown) return;
    try {
      const { messages } = await getJson(`${this.#path}/messages`, { signal: this.#signal });
      received(this.#thread.fromServer(messages)).catch(() => null);
      this.#draw();
    } catch {
      // The next event, or coming back to the page, asks again.
    }
  }

  async #fetchOlder() {
    if (!this.#loaded || this.#older === null || this.#loadingOlder) return;
    this.#loadingOlder = true;
    try {
      await this.#fetch({ before: this.#thread.oldestId });
      this.#view.keepingPlace(() => this.#drawNow());
    } catch (problem) {
      if (problem.name !== 'AbortError') this.#view.note(text('messages.older.failed'));
    } finally {
      this.#loadingOlder = false;
    }
  }

  /** Draws once after all that happens now: one message is told of from several sides. */
  #draw({ toEnd = false } = {}) {
    if (this.#drawing) {
      this.#drawing.toEnd ||= toEnd;
      return;
    }
    this.#drawing = { toEnd };
    queueMicrotask(() => this.#drawing && this.#drawNow(this.#drawing));
  }

  #drawNow(how) {
    this.#drawing = null;
    if (this.#signal.aborted) return;
    if (!this.#loaded && this.#thread.isEmpty) return;
    if (this.#loaded && this.#thread.isEmpty) {
      const words = { title: text('messages.first.title', nameOf(this.#user)), hint: text('messages.first.hint') };
      this.#view.replace(empty({ icon: 'chat-dots', ...words }));
      return;
    }
    this.#view.draw(this.#thread, how);
  }

  drawHead() {
    const name = nameOf(this.#user);
    const find = (selector) => this.#place.querySelector(selector);
    find('[data-avatar]').replaceChildren(avatar(this.#user, name));
    const link = h('a', { href: `${base}/people/${encodeURIComponent(this.#user)}`, text: name });
    find('[data-name]').replaceChildren(this.#unknown ? name : link);
    find('[data-presence-place]').replaceChildren(presenceLine(this.#user));
    for (const button of this.#place.querySelectorAll('[data-talk-call]')) button.dataset.call = this.#user;
    find('[data-talk-add]').dataset.contactAdd = this.#user;
    this.#composer.rename(name);
  }

  /** The list of conversations may know the name only after this was opened. */
  async learnName() {
    if (nameOf(this.#user) !== this.#user) return;
    try {
      learn((await getJson('/api/people', { q: this.#user, limit: 10, signal: this.#signal })).people);
      if (this.#signal.aborted) return;
      this.drawHead();
      this.#draw();
    } catch {
      // The address is shown until the name is known.
    }
  }

  #nobody() {
    this.#unknown = true;
    const words = { title: text('messages.unknown.title'), hint: text('messages.unknown.hint') };
    if (this.#thread.isEmpty) this.#view.replace(empty({ icon: 'person-x', ...words }));
    else this.#draw();
  }

  /** Seen means: shown at its end, in a window that has the focus. */
  #read() {
    const upTo = this.#thread.newestTheirs;
    const looking = document.visibilityState === 'visible' && document.hasFocus() && this.#view.atEnd();
    if (!looking || upTo === null || upTo <= this.#readUpTo || this.#signal.aborted) return;
    this.#readUpTo = upTo;
    this.#tellRead();
  }

  #tellRead = serial(async () => {
    const upTo = this.#readUpTo;
    if (upTo <= this.#toldReadUpTo) return;
    try {
      await postJson(`${this.#path}/read`, { upTo });
      this.#toldReadUpTo = upTo;
      refreshBadges();
      await new Promise((resolve) => setTimeout(resolve, TELL_READ_EVERY));
    } catch {
      // Looking at it again, or the next message, tells again.
      if (this.#readUpTo === upTo) this.#readUpTo = this.#toldReadUpTo;
    }
  });
}
