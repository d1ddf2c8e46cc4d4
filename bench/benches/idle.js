/** Memory for each person whose browser is registered and does nothing, in all parts together. */
import { startBareKamailio } from '../baseline/server.js';
import { median, round as rounded } from '../lib/figures.js';
import { arrive, known, leave } from '../lib/load.js';
import { cleaningUp, memory } from '../lib/processes.js';

export const about = 'memory for each idle registered browser, all parts together';

const USERS = 2000;
const SAMPLES = 5;
const PARTS = ['kamailio', 'edge', 'tomcat', 'mysql'];

export function bench({ product, say }) {
  return cleaningUp(async (ends) => {
    await product.removePeople();
    ends.push(() => product.removePeople());
    const users = await product.makeLoadUsers(USERS);
    const ours = {
      ...{ users, domain: product.domain },
      credential: (user) => product.credential(user),
      route: (number) => product.route(number),
    };
    await known({ ...ours, user: users[0] });
    const pids = await product.parts();
    const parts = PARTS.filter((part) => pids[part]);
    const grown = await growth(parts.map((part) => pids[part]), ours, say);
    const bare = await startBareKamailio();
    ends.push(() => bare.stop());
    const base = {
      ...{ users, domain: bare.domain },
      route: (number) => ({
        ...product.route(number),
        url: `ws://127.0.0.1:${bare.port}/`,
      }),
    };
    const [baseline] = await growth([bare.pid], base, say);
    const each = (kilobytes) => rounded(kilobytes / USERS, 2);
    return [
      {
        figure: grown.reduce((sum, kilobytes) => sum + kilobytes, 0) / USERS,
        unit: 'kB/user',
        baseline: baseline / USERS,
        users: USERS,
        parts: Object.fromEntries(parts.map((part, i) => [part, each(grown[i])])),
      },
    ];
  });
}

/** Kilobytes that each process family grows by while everybody is there. */
async function growth(pids, side, say) {
  const before = await settled(pids);
  const clients = await arrive(side);
  try {
    const after = await settled(pids);
    say(`${clients.length} registered: ${pids.map((_, i) => after[i] - before[i]).join(', ')} kB more`);
    return pids.map((_, i) => after[i] - before[i]);
  } finally {
    leave(clients);
  }
}

/** The median of samples over some seconds: garbage collectors and timers come and go. */
async function settled(pids) {
  const samples = [];
  for (let i = 0; i < SAMPLES; i++) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    samples.push(pids.map(memory));
  }
  return pids.map((_, i) => median(samples.map((sample) => sample[i])));
}
