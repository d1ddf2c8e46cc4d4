/** How soon a message is read: from the click on Send to the text in the other browser. */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, round as rounded } from '../lib/figures.js';
import { withDesks } from '../lib/desks.js';

export const about = 'send click until the text shows in the other browser';

const MESSAGES_A_ROUND = 10;
/** Nobody writes faster: what a message causes afterwards has until then, on either side. */
const BETWEEN_MS = 250;

export async function bench({ product, rounds, say }) {
  return withDesks({ product, pairs: 2 }, async ({ parley, bare }) => {
    const paced = { ours: [], base: [] };
    const flood = { ours: [], base: [] };
    const talk = async ([from, to], name, taken, between) => {
      for (let i = 0; i < MESSAGES_A_ROUND; i++) {
        taken.push(await from.send(to, `bench-${name}-${i}`));
        if (between > 0) await pause(between);
      }
    };
    for (const pair of [parley, bare]) {
      await pair[0].openConversation(pair[1]);
      await pair[1].openConversation(pair[0]);
      await talk(pair, 'warm', [], BETWEEN_MS);
    }
    for (let round = 1; round <= rounds; round++) {
      await talk(parley, `parley-${round}`, paced.ours, BETWEEN_MS);
      await talk(bare, `bare-${round}`, paced.base, BETWEEN_MS);
      const [p, b] = [paced.ours, paced.base].map((all) => percentile(all.slice(-MESSAGES_A_ROUND), 50));
      say(`round ${round}: median of ten ${rounded(p)}, bare ${rounded(b)}`);
    }
    for (let round = 1; round <= rounds; round++) {
      await talk(parley, `parley-flood-${round}`, flood.ours, 0);
      await talk(bare, `bare-flood-${round}`, flood.base, 0);
    }
    await everyMessageIsStored(product, paced.ours.length + flood.ours.length + MESSAGES_A_ROUND);
    return [
      { ...figures('p95', paced), aim: { of: 'figure', atMost: 30 } },
      figures('p95, each sent the moment the last one shows', flood),
    ];
  });
}

function figures(name, { ours, base }) {
  return {
    case: name,
    figure: percentile(ours, 95),
    unit: 'ms',
    baseline: percentile(base, 95),
    p50: rounded(percentile(ours, 50)),
    baselineP50: rounded(percentile(base, 50)),
    messages: ours.length,
  };
}

async function everyMessageIsStored(product, sent) {
  const [[stored]] = await product.sql(
    `SELECT COUNT(*) FROM journal WHERE kind = 'message.accepted' AND from_user LIKE 'bench-%';`,
  );
  if (Number(stored) !== sent) throw new Error(`${sent} messages sent, ${stored} stored`);
}
