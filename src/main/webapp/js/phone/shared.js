import { DetailEvent } from '../lib/detail-event.js';

const ANSWER_WITHIN = 600;
const COMMAND_WITHIN = 20000;
const REPLACED_WITHIN = 2000;
const REGISTERED_WITHIN = 4000;
/** What a tab may ask of the one that holds the registration. */
const COMMANDS = new Set([
  'call', 'answer', 'decline', 'hangup', 'hold', 'mute', 'camera', 'sendKey', 'useChosen', 'send', 'setIdle',
  'setCallWaiting', 'wake',
]);

/**
 * The one phone of a browser, the same in every tab: one tab leads and holds the registration and the
 * media, the others show and control it over a channel. The lead goes to whoever gets the lock; a tab
 * that is looked at takes it over while nothing is going on.
 *
 * Events as of Phone, and `lead` ({leading}).
 */
export class SharedPhone extends EventTarget {
  isLeader = false;
  /** What its owner chose: who does not want to be disturbed hears no ringing. */
  ownPresence = 'available';
  #tab;
  #channel;
  #lock;
  #createPhone;
  #phone = null;
  #state = 'offline';
  #calls = [];
  #waiting = new Map();
  #nextCommand = 1;
  #release = null;
  #leaving = false;

  /**
   * @param {object} options
   * @param {string} options.tab a name of this tab
   * @param {BroadcastChannel} options.channel
   * @param {(job: () => Promise<void>, options?: {steal?: boolean}) => Promise<void>} options.lock runs the job
   *   while it holds the lock; rejects when the lock was stolen
   * @param {() => Promise<import('./phone.js').Phone>} options.createPhone
   */
  constructor({ tab, channel, lock, createPhone }) {
    super();
    this.#tab = tab;
    this.#channel = channel;
    this.#lock = lock;
    this.#createPhone = createPhone;
    channel.addEventListener('message', (event) => this.#onMessage(event.data));
  }

  start() {
    this.#tell({ type: 'hello' });
    this.#lead();
  }

  get state() {
    return this.#state;
  }

  get calls() {
    return this.#calls;
  }

  streamsOf(id) {
    return this.#phone?.streamsOf(id) ?? null;
  }

  /** A call belongs to the tab where it was begun: there are its pictures and its permission. */
  async call(userOrAddress, options = {}) {
    if (!this.isLeader && (await this.takeOver())) await this.#registered();
    return this.#ask('call', userOrAddress, { video: options.video === true });
  }

  answer(id, options) {
    return this.#ask('answer', id, options);
  }
  decline(id) {
    return this.#ask('decline', id);
  }
  hangup(id) {
    return this.#ask('hangup', id);
  }
  hold(id, on) {
    return this.#ask('hold', id, on);
  }
  mute(id, on) {
    return this.#ask('mute', id, on);
  }
  camera(id, on) {
    return this.#ask('camera', id, on);
  }
  sendKey(id, key) {
    return this.#ask('sendKey', id, key);
  }
  useChosen(kind) {
    return this.#ask('useChosen', kind);
  }
  send(user, message) {
    return this.#ask('send', user, message);
  }
  setIdle(idle) {
    return this.#ask('setIdle', idle);
  }
  setCallWaiting(on) {
    return this.#ask('setCallWaiting', on);
  }
  wake() {
    return this.#ask('wake');
  }

  /** Asks the leading tab for the lead; resolves to whether this tab has it. */
  async takeOver() {
    if (this.isLeader) return true;
    const agreed = await this.#exchange({ type: 'yield' }, ANSWER_WITHIN).catch(() => false);
    if (agreed !== true) return false;
    await new Promise((resolve) => {
      const done = new AbortController();
      this.addEventListener('lead', () => (done.abort(), resolve()), { signal: done.signal });
      this.#lead({ steal: true });
    });
    return this.isLeader;
  }

  #registered() {
    return new Promise((resolve) => {
      if (this.#phone?.isRegistered) {
        resolve();
        return;
      }
      const done = new AbortController();
      const timer = setTimeout(() => (done.abort(), resolve()), REGISTERED_WITHIN);
      const look = () => {
        if (!this.#phone?.isRegistered) return;
        clearTimeout(timer);
        done.abort();
        resolve();
      };
      this.#phone?.addEventListener('state', look, { signal: done.signal });
    });
  }

  /** This tab goes. */
  leave() {
    this.#leaving = true;
    this.#tell({ type: 'bye' });
    this.#phone?.stop({ unregister: false });
    this.#release?.();
  }

  #lead(options) {
    this.#lock(async () => {
      if (this.#leaving) return;
      const released = new Promise((resolve) => (this.#release = resolve));
      await this.#becomeLeader();
      await released;
    }, options).catch(() => this.#demote());
  }

  async #becomeLeader() {
    const phone = await this.#createPhone();
    if (this.#leaving) return;
    this.#phone = phone;
    this.isLeader = true;
    for (const type of ['state', 'calls', 'message', 'notice', 'named']) {
      phone.addEventListener(type, ({ detail }) => {
        if (phone === this.#phone) this.#spread(type, detail);
      });
    }
    phone.start();
    this.#askAgain();
    this.#tell({ type: 'leading' });
    this.dispatchEvent(new DetailEvent('lead', { leading: true }));
  }

  // What was asked before anybody led, or of a tab that is gone, need not wait until nobody answers.
  // Each command bears being done twice.
  #askAgain() {
    for (const [number, { message }] of this.#waiting) {
      if (message.type !== 'command') continue;
      if (!this.isLeader) {
        this.#tell({ ...message, number });
        continue;
      }
      const answer = (told) => this.#onAnswer({ number, ...told });
      this.#perform(message.name, message.values).then((value) => answer({ value }), (error) => answer({ error }));
    }
  }

  // Another tab took the lead. Its registration replaces ours, so ours is not taken back.
  #demote() {
    const phone = this.#phone;
    this.#release?.();
    if (!phone) return;
    this.#phone = null;
    this.isLeader = false;
    phone.retire();
    this.#stopOnceReplaced(phone);
    this.#tell({ type: 'hello' });
    this.dispatchEvent(new DetailEvent('lead', { leading: false }));
    this.#lead();
  }

  // Not before the new registration stands, so that there is always one.
  #stopOnceReplaced(phone) {
    const stopped = new AbortController();
    const stop = () => {
      if (stopped.signal.aborted) return;
      stopped.abort();
      phone.stop({ unregister: false });
    };
    setTimeout(stop, REPLACED_WITHIN);
    this.addEventListener('state', ({ detail }) => detail.state === 'ready' && stop(), { signal: stopped.signal });
  }

  // Everything that happens here is told to the other tabs too.
  #spread(type, detail) {
    // While the lead changes hands the browser stays registered: nothing to tell.
    if (type === 'state' && detail.state === 'connecting' && this.#state === 'ready') return;
    this.#tell({ type: 'event', name: type, detail });
    this.#apply(type, detail);
  }

  #apply(type, detail) {
    if (type === 'state') this.#state = detail.state;
    if (type === 'calls') this.#calls = detail.calls;
    this.dispatchEvent(new DetailEvent(type, detail));
  }

  #onMessage(message) {
    const { type, from } = message;
    if (message.to && message.to !== this.#tab) return;
    if (type === 'answer') this.#onAnswer(message);
    else if (this.isLeader) this.#serve(message, from);
    else this.#follow(message);
  }

  #serve(message, from) {
    if (message.type === 'hello') this.#sendSnapshot(from);
    else if (message.type === 'command') this.#run(message, from);
    else if (message.type === 'yield') {
      this.#tell({ type: 'answer', to: from, number: message.number, value: !this.#phone.hasCalls });
    }
  }

  #follow(message) {
    if (message.type === 'event') this.#apply(message.name, message.detail);
    else if (message.type === 'leading') {
      this.#tell({ type: 'hello' });
      this.#askAgain();
    } else if (message.type === 'snapshot') {
      this.#apply('calls', { calls: message.calls });
      this.#apply('state', { state: message.state });
    }
  }

  async #run({ name, values, number }, from) {
    const answer = { type: 'answer', to: from, number };
    try {
      this.#tell({ ...answer, value: await this.#perform(name, values) });
    } catch (error) {
      this.#tell({ ...answer, error: { message: error.message, code: error.code ?? 0, retryAfter: error.retryAfter ?? 0 } });
    }
  }

  async #perform(name, values) {
    if (!COMMANDS.has(name)) throw new Error(`no such command: ${name}`);
    if (name === 'setCallWaiting') {
      this.#phone.callWaiting = values[0];
      return undefined;
    }
    return this.#phone[name](...values);
  }

  async #ask(name, ...values) {
    if (this.isLeader) return this.#perform(name, values);
    return this.#exchange({ type: 'command', name, values }, COMMAND_WITHIN);
  }

  #exchange(message, within) {
    const number = this.#nextCommand++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#onAnswer({ number, error: { message: 'no answer', code: 0 } }), within);
      this.#waiting.set(number, { message, resolve, reject, timer });
      this.#tell({ ...message, number });
    });
  }

  #onAnswer({ number, value, error }) {
    const waiting = this.#waiting.get(number);
    if (!waiting) return;
    this.#waiting.delete(number);
    clearTimeout(waiting.timer);
    if (error) waiting.reject(error instanceof Error ? error : Object.assign(new Error(error.message), error));
    else waiting.resolve(value);
  }

  #sendSnapshot(to) {
    const { state, calls } = this;
    this.#tell({ type: 'snapshot', to, state, calls });
  }

  #tell(message) {
    this.#channel.postMessage({ ...message, from: this.#tab });
  }
}
