/** Starts, watches and stops the processes of a bench: only ever its own, by their ids. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import net from 'node:net';

/** Runs a command and keeps what it printed; `stop()` ends it and resolves when it is gone. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  const keep = (chunk) => (output = (output + chunk).slice(-8192));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = once(child, 'exit').catch((error) => (output += error.message));
  const killOnExit = () => child.kill('SIGTERM');
  process.once('exit', killOnExit);
  return {
    pid: child.pid,
    child,
    exited,
    output: () => output,
    async stop() {
      const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await exited;
      clearTimeout(hard);
      process.removeListener('exit', killOnExit);
    },
  };
}

/** Runs `work` with a list of things to undo, and undoes them all afterwards, the last first. */
export async function cleaningUp(work) {
  const ends = [];
  const failures = [];
  let result;
  try {
    result = await work(ends);
  } catch (error) {
    failures.push(error);
  }
  for (const end of ends.reverse()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return result;
}

/** Runs a command to its end; rejects with what it said when it failed. */
export async function run(command, args, { input, ...options } = {}) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
  const out = [];
  const err = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const [code] = await once(child, 'close');
  const text = Buffer.concat(out).toString();
  if (code !== 0) {
    const said = Buffer.concat(err).toString().trim() || text.trim();
    throw new Error(`${command} ${args[0] ?? ''} ended with ${code}: ${said.slice(-2000)}`);
  }
  return text;
}

/** Asks until `condition` gives something true, at most `ms` milliseconds. */
export async function until(what, condition, ms = 10_000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** True when something accepts connections there. */
export function listening(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** A port of 127.0.0.1 that nothing uses. */
export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The process and everything it started. */
export function family(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // gone while we looked
    }
  }
  const members = [pid];
  for (const member of members) {
    for (const [child, parent] of parents) if (parent === member) members.push(child);
  }
  return members;
}

/** Kilobytes of memory that a process and its children take: shared pages are counted once. */
export function memory(pid) {
  let kilobytes = 0;
  for (const member of family(pid)) {
    try {
      const rollup = readFileSync(`/proc/${member}/smaps_rollup`, 'latin1');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // gone while we looked
    }
  }
  return kilobytes;
}
