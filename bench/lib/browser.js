/** A headless Chromium driven over the DevTools protocol: pages, clicks and what the probe saw. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import { start, until } from './processes.js';
import { probe } from './probe.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--remote-debugging-port=0',
];
const PATIENCE = 20_000;

/** One browser process. `page()` opens a page in a context of its own (own cookies and storage). */
export class Browser {
  #process;
  #socket;
  #folder;
  #last = 0;
  #answers = new Map();
  #sessions = new Map();

  static async launch() {
    const browser = new Browser();
    await browser.#launch();
    return browser;
  }

  async #launch() {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-chromium-'));
    const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
    this.#process = start(program, [...FLAGS, `--user-data-dir=${this.#folder}`, 'about:blank']);
    const file = path.join(this.#folder, 'DevToolsActivePort');
    const [port, at] = await until(
      'Chromium',
      () => {
        if (this.#process.child.exitCode !== null) throw new Error(this.#process.output());
        return existsSync(file) && readFileSync(file, 'utf8').match(/^(\d+)\n(\S+)/)?.slice(1);
      },
      PATIENCE,
    );
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${at}`, { maxPayload: 64 << 20 });
    await new Promise((resolve, reject) => this.#socket.once('open', resolve).once('error', reject));
    this.#socket.on('message', (data) => this.#receive(JSON.parse(data)));
  }

  #receive({ id, sessionId, method, params, result, error }) {
    if (id) {
      const answer = this.#answers.get(id);
      this.#answers.delete(id);
      if (error) answer.reject(new Error(`${answer.method}: ${error.message}`));
      else answer.resolve(result);
    } else {
      this.#sessions.get(sessionId)?.(method, params);
    }
  }

  command(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => this.#answers.set(id, { method, resolve, reject }));
  }

  async page() {
    const { browserContextId } = await this.command('Target.createBrowserContext');
    const target = { url: 'about:blank', browserContextId };
    const { targetId } = await this.command('Target.createTarget', target);
    const attach = { targetId, flatten: true };
    const { sessionId } = await this.command('Target.attachToTarget', attach);
    const page = new Page(
      (method, params) => this.command(method, params, sessionId),
      () => this.command('Storage.clearCookies', { browserContextId }),
    );
    this.#sessions.set(sessionId, (method, params) => page.heard(method, params));
    await page.prepare();
    return page;
  }

  async close() {
    // Asked politely, it takes its children with it; they would go on writing into the folder.
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.command('Browser.close').catch(() => {});
      await new Promise((resolve) => this.#socket.once('close', resolve));
    }
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }
}

/** One page, with what its probe reported since it was opened. */
export class Page {
  #command;
  #marks = [];
  #waiting = new Set();

  constructor(command, clearCookies) {
    this.#command = command;
    this.clearCookies = clearCookies;
  }

  async prepare() {
    await this.#command('Page.enable');
    await this.#command('Runtime.enable');
    await this.#command('Runtime.addBinding', { name: 'benchMark' });
    const source = `(${probe})()`;
    await this.#command('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  heard(method, params) {
    if (method === 'Runtime.bindingCalled' && params.name === 'benchMark') {
      const mark = JSON.parse(params.payload);
      this.#marks.push(mark);
      for (const look of this.#waiting) look();
    }
  }

  /** Forgets what was seen before; a later `seen` looks only at what comes now. */
  forget() {
    this.#marks.length = 0;
  }

  /** The first mark of that kind (and value) since the last `forget`, waited for if need be. */
  seen(kind, value) {
    const find = () =>
      this.#marks.find((m) => m.kind === kind && (value === undefined || m.value === value));
    return new Promise((resolve, reject) => {
      const done = (settle, result) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        settle(result);
      };
      const timer = setTimeout(() => {
        const marks = this.#marks.slice(-12).map((m) => `${m.kind} ${m.value}`);
        done(reject, new Error(`no "${kind} ${value ?? ''}" within ${PATIENCE} ms; saw: ${marks}`));
      }, PATIENCE);
      const look = () => {
        const mark = find();
        if (mark) done(resolve, mark);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async open(url) {
    const { errorText } = await this.#command('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.#command('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** Waits until an expression is true in the page, across navigations. */
  async holds(expression) {
    await until(expression, () => this.evaluate(expression).catch(() => false), PATIENCE);
  }

  async fill(selector, text) {
    await this.evaluate(`{
      const field = document.querySelector(${JSON.stringify(selector)});
      field.focus();
      field.value = ${JSON.stringify(text)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
  }

  async click(selector) {
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async screenshot() {
    const { data } = await this.#command('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }
}
