#!/usr/bin/env node
/** Runs the benches named on the command line, or all of them, and prints a line of JSON for each. */
import path from 'node:path';
import { line, record } from './lib/figures.js';
import { Product, root } from './lib/product.js';

const NAMES = ['ready', 'ring', 'message', 'register', 'throughput', 'directory', 'phonebook', 'import', 'idle', 'start', 'presence'];
/** Take long, and measure no time: they run only when they are named. */
const NAMED = ['presence-soak'];
const ROUNDS = 9;

const say = (text) => process.stderr.write(`${text}\n`);

async function help() {
  say('Usage: bin/parley bench [--record] [--rounds <n>] [name…]\n');
  for (const name of [...NAMES, ...NAMED]) {
    const { about } = await import(`./benches/${name}.js`);
    say(`  ${name.padEnd(13)} ${about}`);
  }
  say(`\n--record also keeps the lines in bench/results/<date>.jsonl. Rounds are ${ROUNDS} unless told.`);
}

function options(args) {
  const chosen = { names: [], rounds: ROUNDS, record: false, help: false };
  const left = [...args];
  while (left.length > 0) {
    const arg = left.shift();
    if (arg === '--record') chosen.record = true;
    else if (arg === '--help') chosen.help = true;
    else if (arg === '--rounds') chosen.rounds = Number(left.shift());
    else if (NAMES.includes(arg) || NAMED.includes(arg)) chosen.names.push(arg);
    else throw new Error(`there is no bench '${arg}'; there are ${[...NAMES, ...NAMED].join(', ')}`);
  }
  if (!Number.isInteger(chosen.rounds) || chosen.rounds < 1 || chosen.rounds > 100) {
    throw new Error('--rounds takes a whole number from 1 to 100');
  }
  if (chosen.names.length === 0) chosen.names = NAMES;
  return chosen;
}

async function main(args) {
  const chosen = options(args);
  if (chosen.help) return help();
  const product = new Product();
  for (const name of chosen.names) {
    const { about, bench } = await import(`./benches/${name}.js`);
    say(`== ${name}: ${about} ==`);
    const context = {
      product,
      rounds: chosen.rounds,
      say: (text) => say(`  ${text}`),
    };
    try {
      for (const measured of await bench(context)) {
        const result = line(name, measured, `bin/parley bench ${name}`);
        process.stdout.write(`${JSON.stringify(result)}\n`);
        if (chosen.record) record(path.join(root, 'bench/results'), result);
      }
    } catch (error) {
      say(`  ${name} could not be measured: ${error.stack ?? error}`);
      process.exitCode = 1;
    }
  }
}

// An interrupted bench leaves through `exit`, where the processes that it started are ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
main(process.argv.slice(2)).then(
  () => process.exit(),
  (error) => {
    say(`bench: ${error.message}`);
    process.exit(1);
  },
);
