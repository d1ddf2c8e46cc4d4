/** A small SIP client over WebSocket: enough to register and to exchange messages, quickly. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import net from 'node:net';
import WebSocket from 'ws';

const md5 = (text) => createHash('md5').update(text).digest('hex');
const REPLY_PATIENCE = 20_000;

/** The ephemeral credential as the portal issues it: `<expiry>:<user>` and its HMAC-SHA-256. */
export function ephemeralCredential(secret, user, seconds = 3600) {
  const username = `${Math.floor(Date.now() / 1000) + seconds}:${user}`;
  return { username, password: createHmac('sha256', secret).update(username).digest('base64') };
}

/** The PROXY v2 header that the edge would send for a browser at `address`. */
export function proxyHeader(address) {
  const header = Buffer.alloc(28);
  header.write('\r\n\r\n\0\r\nQUIT\n', 'latin1');
  header.set([0x21, 0x11, 0, 12, ...address.split('.').map(Number), 127, 0, 0, 1], 12);
  header.writeUInt16BE(40_000, 24);
  header.writeUInt16BE(80, 26);
  return header;
}

/** One connection with one registered user at the other end of it. */
export class SipClient {
  #socket;
  #waiting = new Map();
  #challenge;
  #callId = randomBytes(8).toString('hex');
  #cseq = 0;
  #contact;
  onMessage = () => {};
  onNotify = () => {};

  /** `route`: { url, origin, localAddress?, proxyFor? }, see product.js. */
  constructor({ user, domain, credential }) {
    Object.assign(this, { user, domain, credential });
    this.#contact = `<sip:${user}@${this.#callId}.invalid;transport=ws>`;
  }

  async connect({ url, origin, localAddress, proxyFor }) {
    const at = new URL(url);
    const createConnection = () => {
      const socket = net.connect({ host: at.hostname, port: Number(at.port), localAddress });
      socket.setNoDelay(true);
      if (proxyFor) socket.write(proxyHeader(proxyFor));
      return socket;
    };
    const handshakeTimeout = REPLY_PATIENCE;
    const options = { origin, createConnection, handshakeTimeout, perMessageDeflate: false };
    this.#socket = new WebSocket(url, ['sip'], options);
    await new Promise((resolve, reject) =>
      this.#socket.once('open', resolve).once('error', reject),
    );
    this.#socket.on('error', () => {});
    this.#socket.on('message', (data) => this.#receive(data.toString()));
    this.#socket.on('close', () => {
      for (const settle of this.#waiting.values()) settle.reject(new Error('connection closed'));
    });
  }

  /** One registration, with the challenge when the server asks; resolves with the final code. */
  async register(expires = 600) {
    const uri = `sip:${this.domain}`;
    const aor = `sip:${this.user}@${this.domain}`;
    const ask = () =>
      this.#request('REGISTER', uri, {
        to: aor,
        callId: this.#callId,
        cseq: ++this.#cseq,
        lines: `Contact: ${this.#contact};expires=${expires}\r\nExpires: ${expires}\r\n`,
      });
    let reply = await ask();
    if (reply.code === 401 && this.credential) {
      this.#challenge = challenge(reply.text);
      reply = await ask();
    }
    return reply.code;
  }

  /** Forgets the nonce, so that the next registration is challenged anew. */
  forgetChallenge() {
    this.#challenge = undefined;
  }

  /** Sends one message; resolves with the final code, 200 or 202 when it was taken. */
  async message(to, text, id) {
    const uri = `sip:${to}@${this.domain}`;
    const callId = randomBytes(8).toString('hex');
    const ask = (cseq) =>
      this.#request('MESSAGE', uri, {
        to: uri,
        callId,
        cseq,
        lines: `X-Parley-Message-Id: ${id}\r\nContent-Type: text/plain;charset=utf-8\r\n`,
        body: text,
      });
    let reply = await ask(1);
    if ((reply.code === 401 || reply.code === 407) && this.credential) {
      this.#challenge = challenge(reply.text);
      reply = await ask(2);
    }
    return reply.code;
  }

  /** Watches somebody's presence; `onNotify` gets each document. Resolves with the final code. */
  async subscribe(to) {
    const uri = `sip:${to}@${this.domain}`;
    const reply = await this.#request('SUBSCRIBE', uri, {
      ...{ to: uri, callId: randomBytes(8).toString('hex'), cseq: 1 },
      lines:
        `Contact: ${this.#contact}\r\nEvent: presence\r\nExpires: 600\r\n` +
        'Accept: application/pidf+xml\r\n',
    });
    return reply.code;
  }

  /** Says something about itself: `document` is PIDF. */
  async publish(document) {
    const uri = `sip:${this.user}@${this.domain}`;
    const reply = await this.#request('PUBLISH', uri, {
      ...{ to: uri, callId: randomBytes(8).toString('hex'), cseq: 1, body: document },
      lines: 'Event: presence\r\nExpires: 600\r\nContent-Type: application/pidf+xml\r\n',
    });
    return reply.code;
  }

  close() {
    this.#socket?.terminate();
  }

  #request(method, uri, { to, callId, cseq, lines, body = '' }) {
    const branch = `z9hG4bK${randomBytes(8).toString('hex')}`;
    const text =
      `${method} ${uri} SIP/2.0\r\n` +
      `Via: SIP/2.0/WS ${this.#callId}.invalid;branch=${branch};rport\r\n` +
      `Max-Forwards: 70\r\n` +
      `From: <sip:${this.user}@${this.domain}>;tag=${callId}\r\n` +
      `To: <${to}>\r\nCall-ID: ${callId}\r\nCSeq: ${cseq} ${method}\r\n` +
      `User-Agent: parley-bench\r\n${this.#authorization(method, uri)}${lines}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      const settle = (finish) => (value) => {
        clearTimeout(timer);
        this.#waiting.delete(branch);
        finish(value);
      };
      const answer = { resolve: settle(resolve), reject: settle(reject) };
      const timer = setTimeout(
        () => answer.reject(new Error(`no reply to ${method}`)),
        REPLY_PATIENCE,
      );
      this.#waiting.set(branch, answer);
      this.#socket.send(text);
    });
  }

  #authorization(method, uri) {
    if (!this.#challenge) return '';
    const { realm, nonce, qop, header } = this.#challenge;
    const { username, password } = this.credential;
    const ha1 = md5(`${username}:${realm}:${password}`);
    const ha2 = md5(`${method}:${uri}`);
    let proof = `response="${md5(`${ha1}:${nonce}:${ha2}`)}"`;
    if (qop) {
      const nc = (++this.#challenge.count).toString(16).padStart(8, '0');
      const cnonce = this.#callId;
      const response = md5(`${ha1}:${nonce}:${nc}:${cnonce}:auth:${ha2}`);
      proof = `qop=auth,nc=${nc},cnonce="${cnonce}",response="${response}"`;
    }
    return (
      `${header}: Digest username="${username}",realm="${realm}",nonce="${nonce}",` +
      `uri="${uri}",algorithm=MD5,${proof}\r\n`
    );
  }

  #receive(text) {
    if (text.startsWith('SIP/2.0 ')) {
      const code = Number(text.slice(8, 11));
      if (code < 200) return;
      const branch = /;branch=(z9hG4bK[0-9a-f]{16})/.exec(text)?.[1];
      this.#waiting.get(branch)?.resolve({ code, text });
      return;
    }
    if (text.startsWith('ACK ')) return;
    const taken = text.startsWith('MESSAGE ');
    this.#socket.send(reply(text, taken || /^(OPTIONS|NOTIFY) /.test(text)));
    if (text.startsWith('NOTIFY ')) this.onNotify(text.slice(text.indexOf('\r\n\r\n') + 4));
    if (taken) this.onMessage(text.slice(text.indexOf('\r\n\r\n') + 4), text);
  }
}

function challenge(reply) {
  const proxy = /^Proxy-Authenticate:/im.test(reply);
  const field = (name) => new RegExp(`[ ,]${name}="?([^",\\r]+)`, 'i').exec(reply)?.[1];
  return {
    header: proxy ? 'Proxy-Authorization' : 'Authorization',
    realm: field('realm'),
    nonce: field('nonce'),
    qop: field('qop'),
    count: 0,
  };
}

function reply(request, accepted) {
  const lines = request.slice(0, request.indexOf('\r\n\r\n')).split('\r\n').slice(1);
  const copied = lines
    .filter((line) => /^(v|via|f|from|t|to|i|call-id|cseq|record-route)\s*:/i.test(line))
    .map((line) => (/^(t|to)\s*:/i.test(line) && !/;tag=/i.test(line) ? `${line};tag=b` : line));
  const status = accepted ? '200 OK' : '405 Method Not Allowed';
  return `SIP/2.0 ${status}\r\n${copied.join('\r\n')}\r\nContent-Length: 0\r\n\r\n`;
}
