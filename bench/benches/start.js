/** How long the product takes to come up again after it was stopped. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { median } from '../lib/figures.js';
import { until } from '../lib/processes.js';

export const about = 'second `bin/parley up`, after `down`, until ready';

const AT_MOST_ROUNDS = 5;

export async function bench({ product, rounds, say }) {
  // What the last `up` said of demo people holds on.
  const demo = existsSync(path.join(product.home, 'conf/demo')) ? ['--demo'] : [];
  const times = [];
  const count = Math.min(rounds, AT_MOST_ROUNDS);
  for (let round = 0; round < count; round++) {
    await product.parley('down');
    const begin = performance.now();
    await product.parley('up', ...demo);
    await until('the sign-in page', () => served(`${product.url}/login`));
    times.push((performance.now() - begin) / 1000);
    say(`round ${round + 1}: ${times.at(-1).toFixed(1)} s`);
  }
  return [
    { figure: median(times), unit: 's', aim: { of: 'figure', atMost: 15 }, rounds: count },
  ];
}

async function served(url) {
  const response = await fetch(url).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status === 200;
}
