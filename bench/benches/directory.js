/**
 * What a letter typed into the directory costs the server: parts of three letters, as people type them,
 * asked for among a hundred thousand. The time is from the request until the whole answer is there, on a
 * kept connection, one after the other; so what HTTP, session and security cost is in it. Beside it the
 * same requests for the person's badges, which read two numbers: what any answer costs.
 */
import { percentile, round as rounded } from '../lib/figures.js';
import { until } from '../lib/processes.js';
import { Visitor } from '../lib/visitor.js';

export const about = 'a 3-letter part looked for among 100,000 people';

const PEOPLE = 100_000;
const CHUNK = 10_000;
const PARTS = ['ann', 'mül', 'ber', 'lin', 'ker', 'sch', 'stei', 'eng', 'wel', 'oto', 'jür', 'zoe', 'ner', 'dor', 'wal'];
const FIRST = ['Anna', 'Bernd', 'Carla', 'David', 'Emma', 'Félix', 'Greta', 'Hannes', 'Jürgen', 'Zoë'];
const BEGIN = ['Ar', 'Ba', 'Schnei', 'Di', 'Eve', 'Fi', 'Gru', 'Hu', 'Mül', 'Jan', 'Ko', 'La'];
const MIDDLE = ['ber', 'ker', 'der', 'las', 'mann', 'ner', 'ler', 'sen', 'ski', 'tos', 'vic', 'win'];
const END = ['', 'a', 'bach', 'berg', 'dorf', 'eck', 'feld', 'hof', 'lin', 'nau', 'son', 'stein', 'tal', 'wald'];
const JOBS = ['Engineer', 'Baker', 'Nurse', 'Accountant', 'Welder', 'Editor', 'Driver'];
const PLACES = [['Bern', 'CH'], ['Köln', 'DE'], ['Oslo', 'NO'], ['Łódź', 'PL'], ['Paris', 'FR'], ['Málaga', 'ES']];

export async function bench({ product, rounds, say }) {
  await removeCrowd(product);
  await product.removePeople();
  try {
    const [ada] = await product.makePeople('ada');
    await makeCrowd(product);
    const portal = await Visitor.signIn(product.url, ada);
    await until('everybody in the directory', () => holdsAll(portal), 180_000);
    const ours = [];
    const base = [];
    for (let round = 0; round <= rounds; round++) {
      const mine = [];
      for (const part of PARTS) {
        mine.push(await portal.timed(`/api/people?limit=24&q=${encodeURIComponent(part)}`));
        base.push(await portal.timed('/api/summary'));
        // Nobody types faster; and more at once would be refused.
        await new Promise((resolve) => setTimeout(resolve, 130));
      }
      if (round === 0) base.length = 0;
      else ours.push(...mine);
      say(`round ${round}: median ${rounded(percentile(mine, 50))} ms, worst ${rounded(Math.max(...mine))} ms`);
    }
    return [
      {
        case: 'p95',
        figure: percentile(ours, 95),
        unit: 'ms',
        baseline: percentile(base, 95),
        p50: rounded(percentile(ours, 50)),
        baselineP50: rounded(percentile(base, 50)),
        worst: rounded(Math.max(...ours)),
        people: PEOPLE,
        questions: ours.length,
        aim: { of: 'figure', atMost: 100 },
      },
    ];
  } finally {
    await removeCrowd(product);
    await product.removePeople();
  }
}

const at = (all, number) => all[number % all.length];

async function makeCrowd(product) {
  for (let from = 0; from < PEOPLE; from += CHUNK) {
    const names = [];
    for (let n = from; n < from + CHUNK; n++) {
      const last = at(BEGIN, (n / 10) | 0) + at(MIDDLE, (n / 120) | 0) + at(END, (n / 1440) | 0);
      const user = `bench-d${String(n).padStart(6, '0')}`;
      names.push(
        `('${user}','${user}','${at(FIRST, n)} ${last}','EMPLOYEE','ACTIVE',UTC_TIMESTAMP(6),UTC_TIMESTAMP(6))`,
      );
    }
    await product.sql(`INSERT INTO account (username,sip_user,display_name,role,status,created_at,updated_at)
      VALUES ${names.join(',')};`);
  }
  const list = (all) => all.map((value) => `'${value}'`).join(',');
  await product.sql(`INSERT INTO profile (account_id, job, department, place, country, about_for, work_for, place_for,
      languages_for, phones_for, links_for, updated_at)
    SELECT id, ELT(id MOD ${JOBS.length} + 1, ${list(JOBS)}), CONCAT('Department ', id MOD 120),
      ELT(id MOD ${PLACES.length} + 1, ${list(PLACES.map(([place]) => place))}),
      ELT(id MOD ${PLACES.length} + 1, ${list(PLACES.map(([, country]) => country))}),
      'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE', UTC_TIMESTAMP(6)
    FROM account WHERE username LIKE 'bench-d%';`);
}

async function removeCrowd(product) {
  const theirs = `IN (SELECT id FROM account WHERE username LIKE 'bench-d______')`;
  // Told first, as whoever is removed outright is not.
  await product.sql(`UPDATE account SET status = 'DELETED', updated_at = UTC_TIMESTAMP(6) WHERE username LIKE 'bench-d______';`);
  await product.coreHasPolled();
  await product.sql(`DELETE FROM profile WHERE account_id ${theirs};
    DELETE FROM account_term WHERE account_id ${theirs};
    DELETE FROM account WHERE username LIKE 'bench-d______';`);
}

/** Whether the last of the crowd is in the index; more than ten thousand are not counted. */
async function holdsAll(portal) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const all = await portal.json('/api/people?limit=1&q=bench');
  const last = await portal.json(`/api/people?limit=1&q=bench-d${String(PEOPLE - 1).padStart(6, '0')}`);
  return all.total >= 10_000 && last.people?.length === 1;
}
