/** How soon a person can call: from the sign-in click, and from a reload, until the phone is ready. */
import { median } from '../lib/figures.js';
import { withDesks } from '../lib/desks.js';

export const about = 'sign-in click, and reload, until the phone is ready';

export async function bench({ product, rounds, say }) {
  return withDesks({ product, pairs: 1 }, async ({ parley: [parley], bare: [bare] }) => {
    const signIn = [];
    const reload = [];
    const base = [];
    // The first round fills the browsers' caches, as the day before fills a colleague's.
    for (let round = 0; round <= rounds; round++) {
      const ours = [await parley.signIn()];
      const theirs = [await bare.reload()];
      ours.push(await parley.reload());
      theirs.push(await bare.reload());
      say(`round ${round}: sign-in, reload ${ours.map(Math.round)}; bare ${theirs.map(Math.round)}`);
      if (round === 0) continue;
      signIn.push(ours[0]);
      reload.push(ours[1]);
      base.push(...theirs);
    }
    const common = { unit: 'ms', baseline: median(base), rounds };
    return [
      { case: 'reload', figure: median(reload), aim: { of: 'ratio', atMost: 2 }, ...common },
      { case: 'sign-in', figure: median(signIn), aim: { of: 'ratio', atMost: 4 }, ...common },
    ];
  });
}
