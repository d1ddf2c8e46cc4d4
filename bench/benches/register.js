/**
 * What authentication costs the SIP core: registrations a second with ephemeral credentials, against
 * the same configuration that believes everybody. Both are reached directly, with the PROXY header
 * that the edge would send; each client comes from an address of its own.
 */
import { median } from '../lib/figures.js';
import { arrive, known, leave, rate } from '../lib/load.js';
import { cleaningUp } from '../lib/processes.js';
import { SipClient } from '../lib/sip.js';
import { startUnlockedKamailio } from '../lib/unlocked.js';

export const about = 'authenticated registrations a second, against the same core without them';

const CLIENTS = 300;
const SECONDS = 2;
const ABREAST = 40;

export function bench({ product, rounds, say }) {
  return cleaningUp(async (ends) => {
    await product.removePeople();
    ends.push(() => product.removePeople());
    const users = await product.makeLoadUsers(CLIENTS);
    const unlocked = await startUnlockedKamailio(product);
    ends.push(() => unlocked.stop());
    const locked = side(product, users, product.sipPort, (user) => product.credential(user));
    const open = side(product, users, unlocked.port, () => undefined);
    for (const each of [locked, open]) await known({ ...each, user: users[0] });
    return [await refreshing(locked, open, rounds, say), await arriving(locked, open, rounds, say)];
  });
}

function side(product, users, port, credential) {
  const route = (number) => ({
    url: `ws://127.0.0.1:${port}/sip`,
    origin: product.url,
    proxyFor: `10.1.${(number / 250) | 0}.${1 + (number % 250)}`,
  });
  return { users, domain: product.domain, credential, route };
}

/** Browsers that stay and renew: the first is challenged, the others carry the credential. */
async function refreshing(locked, open, rounds, say) {
  const sides = [];
  try {
    for (const each of [locked, open]) sides.push({ clients: await arrive(each), rates: [] });
    for (let round = 0; round <= rounds; round++) {
      for (const { clients, rates } of sides) rates.push(await rate(clients, SECONDS, renew));
      say(`renewals a second: ${sides.map(({ rates }) => Math.round(rates.at(-1))).join(', open ')}`);
    }
  } finally {
    for (const { clients } of sides) leave(clients);
  }
  return result('renewal', sides, rounds);
}

/** Browsers that come: connection, handshake, challenge, registration, and gone again. */
async function arriving(locked, open, rounds, say) {
  const sides = [locked, open].map((each) => ({ ...each, rates: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const each of sides) {
      let next = 0;
      const come = async () => {
        const number = next++ % each.users.length;
        const user = each.users[number];
        const credential = each.credential(user);
        const client = new SipClient({ user, domain: each.domain, credential });
        await client.connect(each.route(number));
        await renew(client);
        client.close();
      };
      each.rates.push(await rate(Array(ABREAST).fill(), SECONDS, come));
    }
    say(`arrivals a second: ${sides.map(({ rates }) => Math.round(rates.at(-1))).join(', open ')}`);
  }
  return result('arrival', sides, rounds);
}

async function renew(client) {
  const code = await client.register();
  if (code !== 200) throw new Error(`a registration was answered ${code}`);
}

/** The first round warms both up and does not count. */
function result(name, [locked, open], rounds) {
  return {
    case: name,
    figure: median(locked.rates.slice(1)),
    unit: 'registrations/s',
    baseline: median(open.rates.slice(1)),
    aim: { of: 'ratio', atLeast: 0.8 },
    rounds,
  };
}
