/** Starts and stops the bare side: a minimal Kamailio and a web server for the bare page. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, listening, start, until } from '../lib/processes.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const DOMAIN = 'bare.localhost';

/** The files of the bare page; scripts may be cached for good, as the portal's may. */
function files() {
  const script = 'text/javascript; charset=utf-8';
  const forever = 'public, max-age=31536000, immutable';
  return {
    '/': [readFileSync(path.join(here, 'index.html')), 'text/html; charset=utf-8', 'no-store'],
    '/page.js': [readFileSync(path.join(here, 'page.js')), script, forever],
    '/SIPml-api.js': [
      readFileSync(path.join(root, 'node_modules/sipml/SIPml-api.js')),
      script,
      forever,
    ],
  };
}

async function serve() {
  const served = files();
  const server = http.createServer((request, response) => {
    const file = served[new URL(request.url, 'http://localhost').pathname];
    if (!file) return response.writeHead(404).end();
    const [body, type, cache] = file;
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': cache }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A Kamailio that only registers and relays, in memory. */
export async function startBareKamailio() {
  const port = await freePort();
  const runtime = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  const kamailio = start('kamailio', [
    ...['-f', path.join(here, 'kamailio.cfg'), '-A', `BENCH_PORT=${port}`],
    ...['-DD', '-E', '-m', '1024', '-M', '8', '-Y', runtime, '-w', runtime],
  ]);
  await until('the bare Kamailio', async () => {
    if (kamailio.child.exitCode !== null) throw new Error(kamailio.output());
    return listening(port);
  });
  return {
    port,
    pid: kamailio.pid,
    domain: DOMAIN,
    output: kamailio.output,
    async stop() {
      await kamailio.stop();
      rmSync(runtime, { recursive: true, force: true });
    },
  };
}

/** The bare Kamailio together with the bare page. */
export async function startBaseline() {
  const [kamailio, server] = await Promise.all([startBareKamailio(), serve()]);
  const base = `http://127.0.0.1:${server.address().port}/`;
  return {
    domain: DOMAIN,
    sipPort: kamailio.port,
    page: (user) => `${base}?user=${user}&domain=${DOMAIN}&sip=${kamailio.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await kamailio.stop();
    },
  };
}
