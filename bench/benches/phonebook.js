/**
 * A phonebook of 500: half of them colleagues, half people outside with a number and an address. What its
 * first page and all of it cost the server, and how soon a browser that opens it shows people and is ready
 * to call one of them.
 */
import { median, percentile, round as rounded } from '../lib/figures.js';
import { withDesks } from '../lib/desks.js';
import { Visitor } from '../lib/visitor.js';

export const about = 'a phonebook of 500: server time, and until it is usable in the browser';

const COLLEAGUES = 250;
const OUTSIDE = 250;
const ASKED = 20;
const FIRST = '/api/phonebook?limit=100';

export async function bench({ product, rounds, say }) {
  return withDesks({ product, pairs: 1 }, async ({ parley: [desk], bare: [bare], people: [account] }) => {
    await fill(product, account.username);
    const portal = await Visitor.signIn(product.url, account);
    const first = [];
    const whole = [];
    const base = [];
    const shown = [];
    const usable = [];
    const bareReady = [];
    await desk.signIn();
    for (let round = 0; round <= rounds; round++) {
      const ours = [];
      for (let n = 0; n < ASKED; n++) {
        ours.push(await portal.timed(FIRST));
        base.push(await portal.timed('/api/summary'));
      }
      const all = await everything(portal);
      const opened = await open(desk, `${product.url}/phonebook`);
      say(`round ${round}: first page ${rounded(median(ours))} ms, all ${rounded(all)} ms, in the browser ${opened.shown.toFixed(0)} ms`);
      if (round === 0) {
        base.length = 0;
        continue;
      }
      first.push(...ours);
      whole.push(all);
      shown.push(opened.shown);
      usable.push(opened.usable);
      bareReady.push(await bare.reload());
    }
    const common = { unit: 'ms', contacts: COLLEAGUES + OUTSIDE, rounds };
    const atServer = { baseline: percentile(base, 95), p50: rounded(median(first)), baselineP50: rounded(median(base)) };
    return [
      { case: 'first page at the server, p95', figure: percentile(first, 95), ...atServer, ...common },
      { case: 'all pages at the server', figure: median(whole), ...common },
      { case: 'opened in the browser: people shown', figure: median(shown), ...common },
      { case: 'opened in the browser: people shown and phone ready', figure: median(usable), baseline: median(bareReady), ...common },
    ];
  });
}

/** Milliseconds until every page of the phonebook was answered, one after the other. */
async function everything(portal) {
  const begin = performance.now();
  let next = '';
  let seen = 0;
  do {
    const page = await portal.json(`${FIRST}&after=${encodeURIComponent(next)}`);
    seen += page.contacts.length;
    next = page.next;
  } while (next);
  if (seen !== COLLEAGUES + OUTSIDE) throw new Error(`${seen} contacts were answered`);
  return performance.now() - begin;
}

/** Milliseconds from asking for the page until people are in its list, and until the phone is ready too. */
async function open({ page }, url) {
  page.forget();
  await page.evaluate(`
    benchMark(JSON.stringify({ kind: 'open', value: 'asked', at: performance.timeOrigin + performance.now() }));
    location.assign(${JSON.stringify(url)});`);
  const asked = await page.seen('open', 'asked');
  const [list, ready] = await Promise.all([page.seen('list', 'contacts'), page.seen('state', 'ready')]);
  return { shown: list.at - asked.at, usable: Math.max(list.at, ready.at) - asked.at };
}

async function fill(product, owner) {
  const users = await product.makeLoadUsers(COLLEAGUES);
  const list = users.map((user) => `'${user}'`).join(',');
  const me = `(SELECT id FROM account WHERE username = '${owner}')`;
  const columns = '(owner_id,person_id,name,sort_name,search_text,created_at,updated_at)';
  const now = 'UTC_TIMESTAMP(6),UTC_TIMESTAMP(6)';
  const outside = Array.from({ length: OUTSIDE }, (_, n) => `Outside Person ${String(n).padStart(3, '0')}`);
  const rows = outside.map((name) => `(@me,NULL,'${name}','${name.toLowerCase()}','${name.toLowerCase()}',${now})`);
  await product.sql(`SET @me = ${me};
    INSERT INTO contact ${columns}
      SELECT @me, id, display_name, LOWER(LEFT(display_name, 40)), LOWER(display_name), ${now}
      FROM account WHERE username IN (${list});
    INSERT INTO contact ${columns} VALUES ${rows.join(',')};
    INSERT INTO contact_address (contact_id,owner_id,position,kind,value,normalised)
      SELECT id, owner_id, 0, 'TEL', CONCAT('+4930', 1000000 + id), CONCAT('+4930', 1000000 + id)
      FROM contact WHERE owner_id = @me AND person_id IS NULL;
    INSERT INTO contact_address (contact_id,owner_id,position,kind,value,normalised)
      SELECT id, owner_id, 1, 'EMAIL', CONCAT('p', id, '@example.org'), CONCAT('p', id, '@example.org')
      FROM contact WHERE owner_id = @me AND person_id IS NULL;`);
}
