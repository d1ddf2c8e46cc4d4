/** The copy of Parley under measurement, as run.sh described it in the environment. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './processes.js';
import { ephemeralCredential } from './sip.js';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');

/** Everything a bench makes belongs to accounts of this prefix, and goes with them. */
const PREFIX = 'bench-';
const LIKE = `'${PREFIX}%'`;

export class Product {
  #secret;

  constructor(environment = process.env) {
    this.home = environment.PARLEY_HOME;
    this.url = environment.BENCH_URL;
    this.domain = environment.BENCH_DOMAIN;
    this.port = Number(environment.BENCH_PORT_HTTP);
    this.sipPort = Number(environment.BENCH_PORT_SIP_TCP);
    if (!this.home || !this.url) throw new Error('run this through bench/run.sh or bin/parley bench');
  }

  parley(...args) {
    return run(path.join(root, 'bin/parley'), args);
  }

  /** Rows of a query, each an array of texts. */
  async sql(statements) {
    const out = await run(path.join(here, 'mysql.sh'), [], { input: statements });
    return out
      .split('\n')
      .filter(Boolean)
      .map((row) => row.split('\t'));
  }

  credential(user) {
    this.#secret ??= readFileSync(path.join(this.home, 'secrets/sip-ephemeral'), 'utf8').trim();
    return ephemeralCredential(this.#secret, user);
  }

  /** Process id of each running part. */
  async parts() {
    const { parts } = JSON.parse(await this.parley('status', '--json'));
    return Object.fromEntries(parts.filter((p) => p.pid).map((p) => [p.name, p.pid]));
  }

  /** How a browser at the loopback address `127.1.x.y` reaches the SIP core: through the edge. */
  route(number) {
    const localAddress = `127.1.${1 + ((number / 250) | 0)}.${1 + (number % 250)}`;
    return { url: `ws://127.0.0.1:${this.port}/sip`, origin: this.url, localAddress };
  }

  /** People who sign in with a password, made with the operator's command. */
  async makePeople(...names) {
    const people = [];
    for (const name of names) {
      const username = PREFIX + name;
      const password = randomBytes(12).toString('hex');
      const full = `Bench ${name}`;
      await run(path.join(root, 'bin/parley'), ['user', 'add', username, '--name', full, '--stdin'], {
        input: `${password}\n`,
      });
      people.push({ username, password });
    }
    return people;
  }

  /** People who only use the SIP core: rows, no passwords. Returns their names. */
  async makeLoadUsers(count) {
    const names = Array.from({ length: count }, (_, i) => `${PREFIX}${String(i).padStart(5, '0')}`);
    const rows = names.map(
      (name) =>
        `('${name}','${name}','Bench ${name}','EMPLOYEE','ACTIVE',UTC_TIMESTAMP(6),UTC_TIMESTAMP(6))`,
    );
    const columns = '(username,sip_user,display_name,role,status,created_at,updated_at)';
    await this.sql(`INSERT INTO account ${columns} VALUES ${rows.join(',')};`);
    return names;
  }

  /** Tells the SIP core that the bench's people are gone, then removes every row of theirs. */
  async removePeople() {
    const theirs = `IN (SELECT id FROM account WHERE username LIKE ${LIKE})`;
    const conversations = `IN (SELECT id FROM (SELECT id FROM conversation
      WHERE low_id ${theirs} OR high_id ${theirs}) AS c)`;
    const [[people]] = await this.sql(`SELECT COUNT(*) FROM account WHERE username LIKE ${LIKE};`);
    if (Number(people) === 0) return;
    await this.sql(`UPDATE account SET status = 'DELETED', updated_at = UTC_TIMESTAMP(6)
      WHERE username LIKE ${LIKE};`);
    await this.projected();
    await this.coreHasPolled();
    await this.sql(`
      DELETE FROM call_log WHERE account_id ${theirs};
      DELETE FROM call_record WHERE caller_id ${theirs} OR callee_id ${theirs};
      DELETE FROM participant WHERE account_id ${theirs} OR conversation_id ${conversations};
      DELETE FROM message WHERE conversation_id ${conversations};
      DELETE FROM conversation WHERE low_id ${theirs} OR high_id ${theirs};
      DELETE FROM contact_block WHERE owner_id ${theirs} OR person_id ${theirs};
      DELETE FROM contact WHERE owner_id ${theirs} OR person_id ${theirs};
      DELETE FROM contact_group WHERE owner_id ${theirs};
      DELETE FROM contact_import WHERE owner_id ${theirs};
      DELETE FROM push_event WHERE account_id ${theirs};
      DELETE FROM SPRING_SESSION WHERE PRINCIPAL_NAME LIKE ${LIKE};
      DELETE FROM journal WHERE from_user LIKE ${LIKE} OR to_user LIKE ${LIKE};
      DELETE FROM sip_device WHERE account_id ${theirs};
      DELETE FROM presence_choice WHERE account_id ${theirs};
      DELETE FROM sip_presence WHERE sip_user LIKE ${LIKE};
      DELETE FROM account WHERE username LIKE ${LIKE};`);
  }

  /** Waits until the portal has read the whole journal. */
  async projected(ms = 300_000) {
    const end = Date.now() + ms;
    for (;;) {
      const [[behind]] = await this.sql(`SELECT
        (SELECT COALESCE(MAX(id), 0) FROM journal) - (SELECT MIN(position) FROM journal_cursor);`);
      if (Number(behind) <= 0) return;
      if (Date.now() > end) throw new Error(`the portal is ${behind} journal rows behind`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** The SIP core looks at the accounts every few seconds: two rounds of the contract's 5 s. */
  coreHasPolled() {
    return new Promise((resolve) => setTimeout(resolve, 6000));
  }
}
