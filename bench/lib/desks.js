/** Browsers for both sides: the product's people and the bare page's, side by side. */
import { startBaseline } from '../baseline/server.js';
import { Browser } from './browser.js';
import { BareDesk, ParleyDesk } from './desk.js';
import { cleaningUp } from './processes.js';

const NAMES = ['ada', 'ben'];

/** Opens `pairs` desks of each side, a browser process each, runs `work`, and leaves nothing behind. */
export function withDesks({ product, pairs }, work) {
  return cleaningUp(async (ends) => {
    const names = NAMES.slice(0, pairs);
    await product.removePeople();
    ends.push(() => product.removePeople());
    const people = await product.makePeople(...names);
    const baseline = await startBaseline();
    ends.push(() => baseline.stop());
    const page = async () => {
      const browser = await Browser.launch();
      ends.push(() => browser.close());
      return browser.page();
    };
    const parley = [];
    const bare = [];
    for (let i = 0; i < pairs; i++) {
      parley.push(new ParleyDesk(await page(), product, people[i]));
      bare.push(new BareDesk(await page(), baseline, names[i]));
    }
    for (const desk of [...parley, ...bare]) await desk.open();
    return await work({ parley, bare, people });
  });
}
