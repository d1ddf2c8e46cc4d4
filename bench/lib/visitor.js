/** Somebody's requests: signed in with a password, with their cookies and token, as a browser sends them. */
export class Visitor {
  #url;
  #cookies = new Map();

  constructor(url) {
    this.#url = url;
  }

  static async signIn(url, { username, password }) {
    const visitor = new Visitor(url);
    await visitor.ask('/login', { headers: { accept: 'text/html' } });
    await visitor.post('/login', new URLSearchParams({ username, password }));
    await visitor.ask('/', { headers: { accept: 'text/html' } });
    return visitor;
  }

  async ask(path, options = {}) {
    const answer = await fetch(this.#url + path, {
      redirect: 'manual',
      ...options,
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return { status: answer.status, body: await answer.text() };
  }

  post(path, body, headers = {}) {
    const token = decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? '');
    return this.ask(path, { method: 'POST', body, headers: { 'X-XSRF-TOKEN': token, ...headers } });
  }

  async json(path) {
    const { status, body } = await this.ask(path, { headers: { accept: 'application/json' } });
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
    return JSON.parse(body);
  }

  /** Milliseconds until the whole answer of a JSON address is there. */
  async timed(path) {
    const begin = performance.now();
    await this.json(path);
    return performance.now() - begin;
  }
}
