/**
 * Twenty people toggle for minutes, the SIP core and the portal are started again in between, and at the end
 * every watcher's view equals the truth. The truth is what each of them did last, not what a server says.
 */
import { leave, known } from '../lib/load.js';
import { cleaningUp } from '../lib/processes.js';
import { SipClient } from '../lib/sip.js';
import { WebPerson } from '../lib/web.js';

export const about = 'people toggle while core and portal start again: does any view stay wrong? (SOAK_MINUTES, 10)';

const PEOPLE = 20;
const WATCHERS = 40;
const MINUTES = Number(process.env.SOAK_MINUTES ?? 10);
const SETTLED_WITHIN = 40_000;
const IDLE =
  '<presence xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid"><tuple id="t"><status><basic>open</basic></status></tuple>' +
  '<rpid:activities><rpid:away/></rpid:activities></presence>';

export function bench({ product, say }) {
  return cleaningUp(async (ends) => {
    await product.removePeople();
    ends.push(() => product.removePeople());
    const [boss] = await product.makePeople('ada');
    const users = await product.makeLoadUsers(PEOPLE + WATCHERS);
    const credential = (user) => product.credential(user);
    const side = { domain: product.domain, credential, route: (number) => product.route(number) };
    await product.sql(`UPDATE account a JOIN account b ON b.username = '${boss.username}'
      SET a.password_hash = b.password_hash WHERE a.username LIKE 'bench-0%';`);
    await known({ ...side, user: users[0] });
    const web = (username, i) =>
      new WebPerson({
        ...{ url: product.url, localAddress: product.route(i).localAddress },
        ...{ username, password: boss.password },
      });
    const actors = users.slice(0, PEOPLE).map((user, i) => new Actor(user, i, side, product, web(user, i)));
    const watchers = users.slice(PEOPLE).map((user, i) => new Watcher(web(user, PEOPLE + i), users.slice(0, PEOPLE)));
    ends.push(() => leave(actors));
    ends.push(() => leave(watchers));
    for (const each of [...actors, ...watchers]) await each.begin();
    say(`${PEOPLE} people, ${WATCHERS} watchers, ${MINUTES} minutes`);

    const begin = Date.now();
    const end = begin + MINUTES * 60_000;
    const restarts = [];
    const restarting = (async () => {
      for (let k = 1; Date.now() < end - 15_000; k++) {
        const pause = Math.min((MINUTES * 60_000) / 5, end - Date.now() - 10_000);
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (Date.now() >= end - 5000) break;
        const part = k % 2 ? 'kamailio' : 'tomcat';
        await product.parley('restart', part);
        restarts.push(part);
        say(`${Math.round((Date.now() - begin) / 1000)} s: ${part} was started again`);
      }
    })();
    await Promise.all([restarting, ...actors.map((actor) => actor.toggleUntil(end))]);
    await Promise.all(actors.map((actor) => actor.settle()));
    const settling = Date.now();
    let wrong = [];
    do {
      await new Promise((resolve) => setTimeout(resolve, 250));
      wrong = watchers.flatMap((watcher) => watcher.wrong(actors));
    } while (wrong.length > 0 && Date.now() - settling < SETTLED_WITHIN);
    const [[there]] = await product.sql(`SELECT COUNT(DISTINCT sip_user) FROM sip_registration
      WHERE sip_user LIKE 'bench-0%' AND gone_at IS NULL AND expires_at > UTC_TIMESTAMP(6);`);
    const present = actors.filter((actor) => actor.isThere).length;
    wrong.slice(0, 10).forEach((line) => say(`wrong: ${line}`));
    return [
      {
        ...{ figure: wrong.length, unit: 'wrong views', aim: { of: 'figure', atMost: 0 }, views: PEOPLE * WATCHERS },
        ...{ toggles: actors.reduce((sum, actor) => sum + actor.toggles, 0), restarts: restarts.length },
        ...{ settledMs: Date.now() - settling, minutes: MINUTES, registrationsLost: present - Number(there) },
      },
    ];
  });
}

/** Comes, goes, is idle, chooses. After a restart of the core it registers again, as phones do. */
class Actor {
  toggles = 0;
  isThere = false;
  #client = null;
  #idle = false;
  #choice = 'available';

  constructor(user, number, side, product, web) {
    Object.assign(this, { user, number, side, product, web });
  }

  async begin() {
    await this.web.signIn();
    await this.#come();
  }

  get truth() {
    if (!this.isThere || this.#choice === 'invisible') return 'offline';
    if (this.#choice !== 'available') return this.#choice;
    return this.#idle ? 'away' : 'available';
  }

  async toggleUntil(end) {
    while (Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1800));
      await this.#toggle().catch(() => {});
      this.toggles++;
    }
  }

  async #toggle() {
    const dice = Math.random();
    if (dice < 0.3) await (this.isThere ? this.#go() : this.#come());
    else if (dice < 0.6) await this.#beIdle(!this.#idle);
    else await this.#choose(['available', 'busy', 'away', 'dnd', 'invisible'][Math.floor(Math.random() * 5)]);
  }

  /** Whatever did not get through while something was down is done now. */
  async settle() {
    const { isThere } = this;
    await insist(() => this.#choose(this.#choice));
    this.#client?.close();
    this.#client = null;
    if (isThere) await insist(() => this.#come());
    if (isThere && this.#idle) await insist(() => this.#beIdle(true));
  }

  async #come() {
    const { user, side } = this;
    const client = new SipClient({ user, domain: side.domain, credential: side.credential(user) });
    await client.connect(this.product.route(this.number));
    const code = await client.register();
    if (code !== 200) throw new Error(`registration was answered ${code}`);
    this.#client?.close();
    this.#client = client;
    this.#idle = false;
    this.isThere = true;
  }

  async #go() {
    this.isThere = false;
    this.#idle = false;
    this.#client?.close();
    this.#client = null;
  }

  async #beIdle(idle) {
    if (!this.isThere) return;
    this.#idle = idle;
    const code = await this.#client.publish(idle ? IDLE : IDLE.replace('<rpid:away/>', ''));
    if (code !== 200) throw new Error(`PUBLISH was answered ${code}`);
  }

  async #choose(choice) {
    this.#choice = choice;
    await this.web.post('/api/presence/choice', { choice });
  }

  close() {
    this.#client?.close();
  }
}

/** Does what a page does: asks when the stream opens, listens, and never asks otherwise. */
class Watcher {
  #views = new Map();
  #asked = 0;
  #heard = new Map();
  #clock = 0;

  constructor(web, people) {
    Object.assign(this, { web, people });
  }

  async begin() {
    await this.web.signIn();
    this.web.follow((type, news) => type === 'presence' && this.#hear(news), () => this.#ask());
  }

  #hear({ people, again }) {
    for (const { user, presence } of people) {
      this.#views.set(user, presence);
      this.#heard.set(user, ++this.#clock);
    }
    if (again) setTimeout(() => this.#ask(), Math.random() * 1000);
  }

  async #ask() {
    const asked = ++this.#asked;
    const since = this.#clock;
    try {
      const { people } = await this.web.post('/api/presence', { users: this.people });
      for (const { user, presence } of people) {
        if ((this.#heard.get(user) ?? 0) <= since) this.#views.set(user, presence);
      }
    } catch {
      setTimeout(() => asked === this.#asked && this.#ask(), 1000);
    }
  }

  wrong(actors) {
    return actors
      .filter(({ user, truth }) => this.#views.get(user) !== truth)
      .map(({ user, truth }) => `${this.web.username} sees ${user} as ${this.#views.get(user)}, who is ${truth}`);
  }

  close() {
    this.web.leave();
  }
}

async function insist(act) {
  for (let tries = 60; ; tries--) {
    try {
      return await act();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
