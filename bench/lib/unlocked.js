/** The product's own Kamailio configuration with one thing taken out: it believes every From. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, listening, start, until } from './processes.js';
import { root } from './product.js';

const BELIEVE = `
route[BENCH_BELIEVE] {
    $var(user) = $fU;
    $var(expiry) = $Ts + 3600;
}
`;

/** Starts it beside the product's, on the same database. */
export async function startUnlockedKamailio(product) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-core-'));
  cpSync(path.join(root, 'sip/kamailio'), folder, { recursive: true });
  edit(path.join(folder, 'auth.cfg'), [['route(CHECK_CREDENTIAL);', 'route(BENCH_BELIEVE);']], BELIEVE);
  const ports = { SIP: await freePort(), EDGE: await freePort(), ADMIN: await freePort() };
  const local = path.join(folder, 'kamailio.local.cfg');
  writeFileSync(local, localSettings(product, folder, ports), { mode: 0o600 });
  const kamailio = start(
    'kamailio',
    [
      ...['-f', path.join(folder, 'kamailio.cfg'), '-A', `LOCAL_CFG="${local}"`],
      ...['-DD', '-E', '-m', String(sharedMemory(product)), '-M', '16', '-Y', folder, '-w', folder],
    ],
    { cwd: folder },
  );
  await until('the unlocked Kamailio', async () => {
    if (kamailio.child.exitCode !== null) throw new Error(kamailio.output());
    return listening(ports.EDGE);
  });
  return {
    port: ports.EDGE,
    pid: kamailio.pid,
    output: kamailio.output,
    async stop() {
      await kamailio.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function localSettings(product, folder, ports) {
  let text = readFileSync(path.join(product.home, 'conf/kamailio.local.cfg'), 'utf8');
  for (const [name, port] of Object.entries(ports)) {
    text = replaced(text, new RegExp(`(!PARLEY_${name}_PORT!)[^!]*!`), `$1${port}!`);
  }
  return replaced(text, /(!PARLEY_RUN_DIR!)[^!]*!/, `$1${folder}!`);
}

/** As much as the product's own has, from its command line. */
function sharedMemory(product) {
  const pid = readFileSync(path.join(product.home, 'run/kamailio.pid'), 'utf8').trim();
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return Number(words[words.indexOf('-m') + 1]) || 128;
}

function edit(file, replacements, more) {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of replacements) text = replaced(text, from, to);
  writeFileSync(file, text + more);
}

function replaced(text, from, to) {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`the SIP core's configuration has no ${from} any more`);
  return result;
}
