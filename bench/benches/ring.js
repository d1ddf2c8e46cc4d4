/** How soon it rings: from the click on Call in one browser to the ringing in the other. */
import { median, percentile, round as rounded } from '../lib/figures.js';
import { withDesks } from '../lib/desks.js';

export const about = 'call click until the other browser rings';

export async function bench({ product, rounds, say }) {
  return withDesks({ product, pairs: 2 }, async ({ parley, bare }) => {
    const ours = [];
    const base = [];
    const call = async ([from, to]) => {
      const taken = await from.ring(to);
      await from.hangUp(to);
      return taken;
    };
    // The first call of a browser opens its media stack; the later ones do not pay for that.
    for (let round = 0; round <= rounds; round++) {
      const taken = [await call(parley), await call(bare)];
      say(`round ${round}: parley ${Math.round(taken[0])} bare ${Math.round(taken[1])}`);
      if (round === 0) continue;
      ours.push(taken[0]);
      base.push(taken[1]);
    }
    return [
      {
        figure: median(ours),
        unit: 'ms',
        baseline: median(base),
        aim: { of: 'ratio', atMost: 1.15 },
        p95: rounded(percentile(ours, 95)),
        baselineP95: rounded(percentile(base, 95)),
        rounds,
      },
    ];
  });
}
