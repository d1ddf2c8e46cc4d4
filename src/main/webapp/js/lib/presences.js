// Who is there, as far as this page has heard: asked for once for all whom it shows, then told of
// changes. Whatever is heard while an answer is on its way is newer than that answer.
import { Backoff } from './backoff.js';
import { DetailEvent } from './detail-event.js';

const AT_ONCE = 500;
/** A portal that starts again, or a network that changes, is back sooner than that. */
const LOST_AFTER = 8000;
const UNKNOWN = { presence: 'unknown', since: null, can: null };

/** Events: `presence` ({user, presence, since, can}), `own` ({choice, until, awayMinutes}). */
export class Presences extends EventTarget {
  own = { choice: 'available', until: null, awayMinutes: 5 };
  #ask;
  #timer;
  #cancel;
  #random;
  #known = new Map();
  #wanted = new Set();
  #asking = new Set();
  #backoff;
  #lost = null;

  /** `ask(users)` resolves to `{people: [{user, presence, since, can}], own}`. */
  constructor({ ask, timer = (job, wait) => setTimeout(job, wait), cancel = (id) => clearTimeout(id), random = Math.random }) {
    super();
    this.#ask = ask;
    this.#timer = timer;
    this.#cancel = cancel;
    this.#random = random;
    this.#backoff = new Backoff(random);
  }

  of(user) {
    return this.#known.get(user) ?? UNKNOWN;
  }

  /** These people are shown from now on. */
  watch(users) {
    this.#wanted = new Set(users);
    this.#fetch([...this.#wanted].filter((user) => !this.#known.has(user)));
  }

  /** Everything anew: something may have been missed. What is shown stays until the answer is there. */
  refresh() {
    this.#cancel(this.#lost);
    this.#lost = null;
    for (const user of this.#known.keys()) if (!this.#wanted.has(user)) this.#known.delete(user);
    return this.#fetch([...this.#wanted]);
  }

  /** The server tells: `{people, own, again}`. */
  hear({ people = [], own = null, again = false }) {
    if (own) this.#chose(own);
    for (const person of people) {
      for (const question of this.#asking) question.heard.add(person.user);
      this.#learn(person);
    }
    // All pages of everybody are told so at the same moment.
    if (again) this.#timer(() => this.refresh(), this.#random() * 1000);
  }

  /** The line to the server is broken; unless it is back soon, nobody can say. */
  lose() {
    this.#lost ??= this.#timer(() => {
      for (const user of this.#known.keys()) this.#learn({ user, ...UNKNOWN });
      this.#known.clear();
    }, LOST_AFTER);
  }

  #chose(own) {
    this.own = own;
    this.dispatchEvent(new DetailEvent('own', own));
  }

  async #fetch(users) {
    for (let from = 0; from < users.length; from += AT_ONCE) {
      await this.#fetchPart(users.slice(from, from + AT_ONCE));
    }
  }

  async #fetchPart(users) {
    const question = { heard: new Set() };
    this.#asking.add(question);
    try {
      const { people, own } = await this.#ask(users);
      this.#backoff.reset();
      this.#asking.delete(question);
      this.#chose(own);
      for (const person of people) if (!question.heard.has(person.user)) this.#learn(person);
    } catch (problem) {
      this.#asking.delete(question);
      // A question that is wrong does not become right.
      if (problem.status >= 400 && problem.status < 500) return;
      this.#timer(() => this.#fetch(users.filter((user) => this.#wanted.has(user))), this.#backoff.next());
    }
  }

  #learn({ user, presence, since = null, can = null }) {
    const before = this.#known.get(user);
    this.#known.set(user, { presence, since, can });
    const same = before?.presence === presence && before.since === since && String(before.can) === String(can);
    if (!same) this.dispatchEvent(new DetailEvent('presence', { user, presence, since, can }));
  }
}
