/** Load on the SIP core: many clients, bounded in number and in time. */
import { SipClient } from './sip.js';

/** Connects and registers everyone, `abreast` at a time; resolves with the clients. */
export async function arrive({ users, domain, credential, route, abreast = 50 }) {
  const clients = [];
  try {
    await inParallel(users, abreast, async (user, number) => {
      const client = new SipClient({ user, domain, credential: credential?.(user) });
      clients.push(client);
      await client.connect(route(number));
      const code = await client.register();
      if (code !== 200) throw new Error(`registration of ${user} was answered ${code}`);
    });
    return clients;
  } catch (error) {
    leave(clients);
    throw error;
  }
}

export function leave(clients) {
  for (const client of clients) client.close();
}

/** Every client repeats `act` until the time is over; resolves with how often a second, in all. */
export async function rate(clients, seconds, act) {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client, number) => {
      while (performance.now() < end) {
        await act(client, number);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - begin);
}

export async function inParallel(items, abreast, work) {
  let next = 0;
  let broken = false;
  const worker = async () => {
    while (next < items.length && !broken) {
      const number = next++;
      try {
        await work(items[number], number);
      } catch (error) {
        broken = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(abreast, items.length) }, worker);
  // All of them end before a failure is told, so that nobody comes late to a place being cleared.
  const ends = await Promise.allSettled(workers);
  const failed = ends.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

/** Retries until the SIP core has read the new accounts. */
export async function known({ user, domain, credential, route }, ms = 15_000) {
  const end = Date.now() + ms;
  for (;;) {
    try {
      leave(await arrive({ users: [user], domain, credential, route }));
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
