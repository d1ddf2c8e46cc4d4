/**
 * A file of 20,000 cards, as a person hands it in: from the press of the last button until all of it is in the
 * phonebook. Every card is a new one, with a name, a number and an address, so nothing is spared.
 */
import { median } from '../lib/figures.js';
import { Visitor } from '../lib/visitor.js';

export const about = '20,000 cards of a vCard file, until all are in the phonebook';

const CARDS = 20_000;
const MOST_ROUNDS = 3;
const PATIENCE = 120_000;

export async function bench({ product, rounds, say }) {
  await product.removePeople();
  try {
    const times = [];
    const most = Math.min(rounds, MOST_ROUNDS);
    for (let round = 0; round < most; round++) {
      // Somebody new each time: what is in a phonebook already is not taken again.
      const [person] = await product.makePeople(`importer${round}`);
      const portal = await Visitor.signIn(product.url, person);
      times.push(await take(portal, cards(round)));
      say(`round ${round + 1}: ${(times.at(-1) / 1000).toFixed(1)} s`);
    }
    const aim = { of: 'figure', atMost: 10 };
    return [{ case: 'vCard', figure: median(times) / 1000, unit: 's', cards: CARDS, rounds: most, aim }];
  } finally {
    await product.removePeople();
  }
}

function cards(round) {
  return Array.from({ length: CARDS }, (_, n) => {
    const number = String(1_000_000 + n + round * CARDS);
    return `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person ${number}\r\nTEL;TYPE=work:+4930${number}\r\nEMAIL:p${number}@example.org\r\nEND:VCARD\r\n`;
  }).join('');
}

/** Milliseconds from the beginning of the import until it says that all of it is stored. */
async function take(portal, file) {
  const type = { 'content-type': 'application/octet-stream', accept: 'application/json' };
  const { status, body } = await portal.post('/api/phonebook/imports?name=cards.vcf', file, type);
  if (status !== 201) throw new Error(`the file was answered ${status}: ${body}`);
  const { id } = JSON.parse(body);
  const begin = performance.now();
  await portal.post(`/phonebook/import/${id}`, new URLSearchParams({ act: 'begin', duplicates: 'MERGE' }));
  for (;;) {
    const progress = await portal.json(`/api/phonebook/imports/${id}`);
    if (progress.state === 'DONE') {
      if (progress.added !== CARDS) throw new Error(`${progress.added} of ${CARDS} cards were added`);
      return performance.now() - begin;
    }
    if (performance.now() - begin > PATIENCE) throw new Error(`the import is ${JSON.stringify(progress)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
