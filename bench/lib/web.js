/** A small HTTP client that signs in to the portal and follows its event stream, without a browser. */
import http from 'node:http';

export class WebPerson {
  #cookies = new Map();
  #at;
  #localAddress;
  #stream = null;

  /** `localAddress`: a loopback address of its own, so that limits per address hold as for people. */
  constructor({ url, localAddress, username, password }) {
    this.#at = new URL(url);
    this.#localAddress = localAddress;
    Object.assign(this, { username, password });
  }

  async signIn() {
    await this.#ask('GET', '/login');
    const form = new URLSearchParams({ username: this.username, password: this.password });
    const { status, headers } = await this.#ask('POST', '/login', {
      body: form.toString(),
      type: 'application/x-www-form-urlencoded',
    });
    if (status !== 302 || /login/.test(headers.location ?? '')) {
      throw new Error(`${this.username} could not sign in: ${status} ${headers.location ?? ''}`);
    }
    await this.#ask('GET', '/');
  }

  /** Posts JSON; resolves with the answer, rejects unless it is a success. */
  async post(path, value) {
    const answer = await this.#ask('POST', path, { body: JSON.stringify(value), type: 'application/json' });
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}`);
    return answer.text ? JSON.parse(answer.text) : null;
  }

  /**
   * Follows the events until `leave`, coming back after 0.5 to 1.5 s as browsers do; `heard(type, data)` gets
   * each, `opened()` is called whenever the stream is there.
   */
  follow(heard, opened = () => {}) {
    this.#stream = { left: false };
    const stream = this.#stream;
    const again = () => {
      if (!stream.left) setTimeout(open, 500 + Math.random() * 1000);
    };
    const open = () => {
      if (stream.left) return;
      stream.request = http.request(this.#options('GET', '/events', { Accept: 'text/event-stream' }), (answer) => {
        if (answer.statusCode !== 200) {
          answer.resume();
          again();
          return;
        }
        opened();
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          rest += chunk;
          for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
            const type = /^event:(.*)$/m.exec(rest.slice(0, end))?.[1].trim();
            const data = /^data:(.*)$/m.exec(rest.slice(0, end))?.[1];
            rest = rest.slice(end + 2);
            if (type && data) heard(type, JSON.parse(data));
          }
        });
        answer.on('close', again);
        answer.on('error', () => {});
      });
      stream.request.on('error', again);
      stream.request.end();
    };
    open();
  }

  leave() {
    if (!this.#stream) return;
    this.#stream.left = true;
    this.#stream.request?.destroy();
  }

  #options(method, path, headers = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const token = this.#cookies.get('XSRF-TOKEN');
    return {
      ...{ method, path, localAddress: this.#localAddress, host: '127.0.0.1', port: this.#at.port },
      agent: false,
      headers: {
        Host: this.#at.host,
        ...(cookie && { Cookie: cookie }),
        ...(token && { 'X-XSRF-TOKEN': decodeURIComponent(token) }),
        ...headers,
      },
    };
  }

  #ask(method, path, { body, type } = {}) {
    const headers = {
      Accept: type === 'application/json' ? 'application/json' : 'text/html',
      ...(body !== undefined && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const request = http.request(this.#options(method, path, headers), (answer) => {
        for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line);
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.setTimeout(20_000, () => request.destroy(new Error(`no answer to ${method} ${path}`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  #keep(line) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
