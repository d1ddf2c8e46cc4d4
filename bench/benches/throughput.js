/** Messages a second, each stored durably and taken by its recipient's device. */
import { randomUUID } from 'node:crypto';
import { startBareKamailio } from '../baseline/server.js';
import { median } from '../lib/figures.js';
import { arrive, known, leave, rate } from '../lib/load.js';
import { cleaningUp } from '../lib/processes.js';

export const about = 'messages a second stored and delivered';

const CLIENTS = 200;
const SECONDS = 3;

export function bench({ product, rounds, say }) {
  return cleaningUp(async (ends) => {
    await product.removePeople();
    ends.push(() => product.removePeople());
    const users = await product.makeLoadUsers(CLIENTS);
    const bare = await startBareKamailio();
    ends.push(() => bare.stop());
    const ours = side({
      ...{ users, domain: product.domain },
      credential: (user) => product.credential(user),
      route: (number) => product.route(number),
    });
    const base = side({
      ...{ users, domain: bare.domain },
      route: () => ({ url: `ws://127.0.0.1:${bare.port}/`, origin: 'http://localhost' }),
    });
    await known({ ...ours, user: users[0] });
    for (const each of [ours, base]) {
      each.clients = await arrive(each);
      ends.push(() => leave(each.clients));
      for (const client of each.clients) client.onMessage = () => each.received++;
    }
    for (let round = 0; round <= rounds; round++) {
      // Ours last: whatever came after it would be time in which the portal catches up unseen.
      for (const each of [base, ours]) each.rates.push(await talk(each));
      say(`messages a second: ${Math.round(ours.rates.at(-1))}, bare ${Math.round(base.rates.at(-1))}`);
    }
    const lag = await shown(product, ours);
    const [figure, baseline] = [ours, base].map(({ rates }) => median(rates.slice(1)));
    const more = { messages: ours.sent, rounds };
    return [
      { case: 'stored', figure, unit: 'messages/s', baseline, ...more },
      { case: 'projection_lag_s', figure: lag, unit: 's', ...more },
      { case: 'catching up', figure: await caughtUp(product, ours), unit: 'messages/s', ...more },
    ];
  });
}

const side = (about) => ({ ...about, rates: [], sent: 0, received: 0 });

/** Everybody writes to their neighbour, the next message when the last one was answered. */
async function talk(each) {
  const a = await rate(each.clients, SECONDS, async (client, number) => {
    const to = each.clients[(number + 1) % each.clients.length].user;
    const code = await client.message(to, `bench-${number} is it stored?`, randomUUID());
    if (code !== 200) throw new Error(`a message was answered ${code}`);
    each.sent++;
  });
  if (each.sent !== each.received) {
    throw new Error(`${each.sent} were answered as delivered, ${each.received} arrived`);
  }
  return a;
}

/** Counts the rows, then the seconds until every conversation shows every message. */
async function shown(product, { sent }) {
  const begin = performance.now();
  const count = `SELECT COUNT(*) FROM journal WHERE kind = 'message.accepted' AND from_user LIKE 'bench-%';`;
  const [[rows]] = await product.sql(count);
  if (Number(rows) !== sent) throw new Error(`${sent} were answered, ${rows} are stored`);
  await product.projected();
  const seconds = (performance.now() - begin) / 1000;
  const [[messages, unread]] = await product.sql(OF_THEIRS);
  if (Number(messages) !== sent) throw new Error(`${sent} are stored, ${messages} are shown`);
  if (Number(unread) !== sent) throw new Error(`${sent} are unread, ${unread} are counted`);
  return seconds;
}

/** The portal takes a copy of all that was sent at once: how many a second it makes conversations of. */
async function caughtUp(product, each) {
  const columns = 'kind, occurred_at, from_user, to_user, content_type, body';
  const begin = performance.now();
  await product.sql(`INSERT INTO journal (event_key, message_id, ${columns})
    SELECT CONCAT('again:', id), CONCAT('again-', message_id), ${columns} FROM journal
    WHERE kind LIKE 'message.%' AND from_user LIKE 'bench-%' ORDER BY id;`);
  await product.projected();
  const seconds = (performance.now() - begin) / 1000;
  const [[messages]] = await product.sql(OF_THEIRS);
  if (Number(messages) !== 2 * each.sent) throw new Error(`${messages} of ${2 * each.sent} are shown`);
  return each.sent / seconds;
}

const OF_THEIRS = `SELECT
  (SELECT COUNT(*) FROM message m JOIN account a ON a.id = m.sender_id WHERE a.username LIKE 'bench-%'),
  (SELECT COALESCE(SUM(p.unread), 0) FROM participant p JOIN account a ON a.id = p.account_id
    WHERE a.username LIKE 'bench-%');`;
