/**
 * How soon others see that somebody comes, goes, or chooses; how soon a whole phonebook is shown. Beside it
 * the way of plain SIP: a subscription for each person that is watched.
 */
import { Browser } from '../lib/browser.js';
import { ParleyDesk } from '../lib/desk.js';
import { median, percentile } from '../lib/figures.js';
import { arrive, inParallel, known, leave } from '../lib/load.js';
import { cleaningUp } from '../lib/processes.js';
import { SipClient } from '../lib/sip.js';
import { WebPerson } from '../lib/web.js';

export const about = 'a change seen by 500 watchers; 200 contacts shown; registrations lost';

const WATCHERS = 500;
const CONTACTS = 200;
const PATIENCE = 20_000;

export function bench({ product, rounds, say }) {
  return cleaningUp(async (ends) => {
    await product.removePeople();
    ends.push(() => product.removePeople());
    const [boss] = await product.makePeople('ada');
    const users = await product.makeLoadUsers(WATCHERS + 1);
    const side = {
      domain: product.domain,
      credential: (user) => product.credential(user),
      route: (number) => product.route(number),
    };
    // One password for all: hashing it 500 times measures nothing here.
    await product.sql(`UPDATE account a JOIN account b ON b.username = '${boss.username}'
      SET a.password_hash = b.password_hash WHERE a.username LIKE 'bench-0%';`);
    const subject = users[WATCHERS];
    const watchers = users.slice(0, WATCHERS);
    await known({ ...side, user: subject });

    const clients = await arrive({ ...side, users: watchers });
    ends.push(() => leave(clients));
    say(`${clients.length} registered`);
    const people = watchers.map(
      (username, i) =>
        new WebPerson({
          ...{ url: product.url, localAddress: product.route(i).localAddress },
          ...{ username, password: boss.password },
        }),
    );
    await inParallel(people, 4, (person) => person.signIn());
    say(`${people.length} signed in`);

    const board = new Board(subject);
    const sip = new Board(subject);
    let open = 0;
    people.forEach((person, i) => {
      person.follow(
        (type, news) => {
          if (type === 'presence') for (const each of news.people) board.saw(i, each.user, each.presence);
        },
        () => open++,
      );
    });
    ends.push(() => people.forEach((person) => person.leave()));
    await waitFor('all streams', () => open >= WATCHERS);

    const results = [];
    const change = await coming(product, side, subject, board, rounds, say);
    const choice = await choosing(people, subject, product, boss, board, rounds, say, side);
    // The same change by SIP, to the same 500: a subscription each.
    await inParallel(clients, 50, async (client, i) => {
      client.onNotify = (text) => sip.saw(i, subject, /basic>open/.test(text) ? 'available' : 'offline');
      const code = await client.subscribe(subject);
      if (code >= 300) throw new Error(`SUBSCRIBE was answered ${code}`);
    });
    const bySip = await coming(product, side, subject, sip, Math.min(rounds, 5), say);
    results.push({
      ...{ case: 'change', figure: percentile(change, 95), unit: 'ms p95', p50: Math.round(median(change)) },
      ...{ baseline: percentile(bySip, 95), watchers: WATCHERS, aim: { of: 'figure', atMost: 1000 } },
    });
    results.push({
      ...{ case: 'choice', figure: percentile(choice, 95), unit: 'ms p95', p50: Math.round(median(choice)) },
      ...{ watchers: WATCHERS, aim: { of: 'figure', atMost: 1000 } },
    });
    const [[there]] = await product.sql(`SELECT COUNT(DISTINCT sip_user) FROM sip_registration
      WHERE sip_user LIKE 'bench-0%' AND sip_user <> '${subject}' AND gone_at IS NULL
      AND expires_at > UTC_TIMESTAMP(6);`);
    results.push({
      ...{ case: 'lost', figure: WATCHERS - Number(there), unit: 'registrations lost' },
      ...{ of: WATCHERS, aim: { of: 'figure', atMost: 0 } },
    });
    people.forEach((person) => person.leave());
    results.push(...(await phonebook(product, boss, watchers.slice(0, CONTACTS), side, rounds, say, ends)));
    return results;
  });
}

/** Who has seen what of one person, and when. */
class Board {
  #subject;
  #awaited = null;

  constructor(subject) {
    this.#subject = subject;
  }

  saw(watcher, user, presence) {
    if (user !== this.#subject || this.#awaited?.presence !== presence) return;
    if (!this.#awaited.at.has(watcher)) this.#awaited.at.set(watcher, performance.now());
  }

  /** Does something and resolves with the milliseconds until each watcher saw it. */
  async until(presence, act) {
    const awaited = { presence, at: new Map() };
    this.#awaited = awaited;
    const begin = performance.now();
    await act();
    await waitFor(`"${presence}" at all watchers (${awaited.at.size})`, () => awaited.at.size >= WATCHERS);
    return [...awaited.at.values()].map((at) => at - begin);
  }
}

/** Somebody comes and goes, in turn. */
async function coming(product, side, subject, board, rounds, say) {
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const client = new SipClient({ user: subject, domain: side.domain, credential: side.credential(subject) });
    await client.connect(product.route(WATCHERS));
    const came = await board.until('available', () => client.register());
    const went = await board.until('offline', async () => client.close());
    say(`round ${round}: came p95 ${Math.round(percentile(came, 95))}, went p95 ${Math.round(percentile(went, 95))} ms`);
    if (round > 0) times.push(...came, ...went);
  }
  return times;
}

/** Somebody who is there chooses to be busy, and available again. */
async function choosing(people, subject, product, boss, board, rounds, say, side) {
  const chooser = new WebPerson({
    ...{ url: product.url, localAddress: product.route(WATCHERS).localAddress },
    ...{ username: subject, password: boss.password },
  });
  await chooser.signIn();
  const client = new SipClient({ user: subject, domain: side.domain, credential: side.credential(subject) });
  await client.connect(product.route(WATCHERS));
  await board.until('available', () => client.register());
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    for (const choice of ['busy', 'available']) {
      const seen = await board.until(choice, () => chooser.post('/api/presence/choice', { choice }));
      say(`round ${round}: ${choice} p95 ${Math.round(percentile(seen, 95))} ms`);
      if (round > 0) times.push(...seen);
    }
  }
  await board.until('offline', async () => client.close());
  return times;
}

/** From "ready" until a browser shows how 200 people are; beside it, 200 subscriptions. */
async function phonebook(product, boss, contacts, side, rounds, say, ends) {
  const browser = await Browser.launch();
  ends.push(() => browser.close());
  const desk = new ParleyDesk(await browser.page(), product, boss);
  await desk.signIn();
  const shown = [];
  for (let round = 0; round <= rounds; round++) {
    await desk.reload();
    const took = await desk.page.evaluate(`new Promise((resolve) => {
      const begin = performance.now();
      const box = document.createElement('div');
      for (const user of ${JSON.stringify(contacts)}) {
        const dot = document.createElement('span');
        dot.className = 'presence';
        Object.assign(dot.dataset, { testid: 'presence', account: user, presence: 'unknown' });
        box.append(dot);
      }
      document.body.append(box);
      const look = () => {
        const left = box.querySelectorAll('[data-presence="unknown"]').length;
        if (left === 0) resolve(performance.now() - begin);
        else requestAnimationFrame(look);
      };
      look();
    })`);
    say(`round ${round}: ${contacts.length} contacts shown in ${Math.round(took)} ms`);
    if (round > 0) shown.push(took);
  }
  const bySip = [];
  for (let round = 0; round <= Math.min(rounds, 5); round++) {
    const client = new SipClient({
      ...{ user: boss.username, domain: side.domain, credential: side.credential(boss.username) },
    });
    await client.connect(product.route(WATCHERS + 2));
    await client.register();
    let heard = 0;
    client.onNotify = () => heard++;
    const begin = performance.now();
    await inParallel(contacts, contacts.length, (user) => client.subscribe(user));
    await waitFor('a NOTIFY for each contact', () => heard >= contacts.length);
    if (round > 0) bySip.push(performance.now() - begin);
    client.close();
  }
  return [
    {
      ...{ case: 'contacts', figure: median(shown), unit: 'ms', baseline: median(bySip) },
      ...{ contacts: contacts.length, aim: { of: 'figure', atMost: 1500 } },
    },
  ];
}

async function waitFor(what, holds) {
  const end = performance.now() + PATIENCE;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${PATIENCE} ms`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
