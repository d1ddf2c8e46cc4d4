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
      for (const each of [ours, base]) each.rates.push(await talk(each));
      say(`messages a second: ${Math.round(ours.rates.at(-1))}, bare ${Math.round(base.rates.at(-1))}`);
    }
    const projected = await stored(product, ours);
    const [figure, baseline] = [ours, base].map(({ rates }) => median(rates.slice(1)));
    return [{ figure, unit: 'messages/s', baseline, messages: ours.sent, projected, rounds }];
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

/** Counts the rows, then how many messages a second the portal made of them, 0 when it was abreast. */
async function stored(product, each) {
  const [[rows]] = await product.sql(
    `SELECT COUNT(*) FROM journal WHERE kind = 'message.accepted' AND from_user LIKE 'bench-%';`,
  );
  if (Number(rows) !== each.sent) throw new Error(`${each.sent} were answered, ${rows} are stored`);
  const begin = performance.now();
  await product.projected();
  return { secondsBehind: Math.round(performance.now() - begin) / 1000 };
}
