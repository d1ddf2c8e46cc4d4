/** What a person does in a browser, on either side of a comparison; the hooks are the same. */
const hook = (name) => `[data-testid=${name}]`;

class Desk {
  constructor(page) {
    this.page = page;
  }

  ready() {
    return this.page.seen('state', 'ready');
  }

  /** Milliseconds from asking for a reload until the phone is ready. */
  async reload() {
    this.page.forget();
    await this.page.evaluate(`
      benchMark(JSON.stringify({
        kind: 'reload', value: 'asked', at: performance.timeOrigin + performance.now(),
      }));
      location.reload();`);
    const asked = await this.page.seen('reload', 'asked');
    const ready = await this.ready();
    return ready.at - asked.at;
  }

  /** Calls and waits until the other desk rings; resolves with the milliseconds from the click. */
  async ring(other) {
    this.page.forget();
    other.page.forget();
    await this.page.fill(hook('dial-address'), other.user);
    await this.page.click(hook('dial-audio'));
    const [click, rung] = await Promise.all([
      this.page.seen('click', 'dial-audio'),
      other.rung(),
    ]);
    return rung.at - click.at;
  }

  async hangUp(other) {
    await this.page.holds(`document.querySelector('${hook('call-hangup')}')?.checkVisibility()`);
    this.page.forget();
    other.page.forget();
    await this.page.click(hook('call-hangup'));
    await Promise.all([this.ready(), other.ready()]);
  }

  /** Sends and waits until the other desk shows it; resolves with the milliseconds from the click. */
  async send(other, token) {
    this.page.forget();
    await this.page.fill(hook('message-input'), `${token} are you there?`);
    await this.page.click(hook('message-send'));
    const [click, shown] = await Promise.all([
      this.page.seen('click', 'message-send'),
      other.page.seen('message', token),
    ]);
    return shown.at - click.at;
  }
}

/** The bare page on the bare Kamailio. */
export class BareDesk extends Desk {
  constructor(page, baseline, user) {
    super(page);
    Object.assign(this, { baseline, user });
  }

  async open() {
    this.page.forget();
    await this.page.open(this.baseline.page(this.user));
    await this.ready();
  }

  rung() {
    return this.page.seen('state', 'ringing');
  }

  async openConversation(other) {
    await this.page.fill(hook('dial-address'), other.user);
  }
}

/** The product. */
export class ParleyDesk extends Desk {
  constructor(page, product, { username, password }) {
    super(page);
    Object.assign(this, { product, user: username, password });
  }

  /** Signs in from a signed-out browser; resolves with the milliseconds from the click. */
  async signIn() {
    await this.page.clearCookies();
    await this.page.open(`${this.product.url}/login`);
    await this.page.holds(`Boolean(document.querySelector('input[name=password]'))`);
    await this.page.fill('input[name=username]', this.user);
    await this.page.fill('input[name=password]', this.password);
    this.page.forget();
    await this.page.click('form:has(input[name=password]) [type=submit]');
    const click = await this.page.seen('click');
    const ready = await this.ready();
    return ready.at - click.at;
  }

  async open() {
    await this.signIn();
  }

  /** Both the state and the card: what says so, and what a person sees. */
  async rung() {
    const [state, card] = await Promise.all([
      this.page.seen('state', 'ringing'),
      this.page.seen('card', 'visible'),
    ]);
    return state.at > card.at ? state : card;
  }

  async openConversation(other) {
    this.page.forget();
    await this.page.open(`${this.product.url}/messages/${other.user}`);
    await this.ready();
    await this.page.holds(`document.querySelector('${hook('message-input')}')?.checkVisibility()`);
  }
}
