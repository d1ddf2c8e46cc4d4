/** How soon a message is read: from the click on Send to the text in the other browser. */
import { percentile, round as rounded } from '../lib/figures.js';
import { withDesks } from '../lib/desks.js';

export const about = 'send click until the text shows in the other browser';

const MESSAGES_A_ROUND = 10;

export async function bench({ product, rounds, say }) {
  return withDesks({ product, pairs: 2 }, async ({ parley, bare }) => {
    const ours = [];
    const base = [];
    const talk = async ([from, to], side, round, taken) => {
      for (let i = 0; i < MESSAGES_A_ROUND; i++) {
        taken.push(await from.send(to, `bench-${side}-${round}-${i}`));
      }
    };
    for (const pair of [parley, bare]) {
      await pair[0].openConversation(pair[1]);
      await pair[1].openConversation(pair[0]);
      await talk(pair, 'warm', 0, []);
    }
    for (let round = 1; round <= rounds; round++) {
      await talk(parley, 'parley', round, ours);
      await talk(bare, 'bare', round, base);
      const [p, b] = [ours, base].map((all) => percentile(all.slice(-MESSAGES_A_ROUND), 50));
      say(`round ${round}: median of ten ${rounded(p)}, bare ${rounded(b)}`);
    }
    await everyMessageIsStored(product, ours.length + MESSAGES_A_ROUND);
    return [
      {
        case: 'p95',
        figure: percentile(ours, 95),
        unit: 'ms',
        baseline: percentile(base, 95),
        aim: { of: 'figure', atMost: 30 },
        p50: rounded(percentile(ours, 50)),
        baselineP50: rounded(percentile(base, 50)),
        messages: ours.length,
      },
    ];
  });
}

async function everyMessageIsStored(product, sent) {
  const [[stored]] = await product.sql(
    `SELECT COUNT(*) FROM journal WHERE kind = 'message.accepted' AND from_user LIKE 'bench-%';`,
  );
  if (Number(stored) !== sent) throw new Error(`${sent} messages sent, ${stored} stored`);
}
