import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocketServer } from 'ws';
import { SipClient, ephemeralCredential, proxyHeader } from '../lib/sip.js';

test('an ephemeral credential is expiry and user, and their HMAC', () => {
  const { username, password } = ephemeralCredential('secret', 'alice', 60);
  assert.match(username, /^\d{10}:alice$/);
  assert.equal(Buffer.from(password, 'base64').length, 32);
});

test('the PROXY header names the address of the client', () => {
  const header = proxyHeader('10.1.2.3');
  assert.equal(header.length, 28);
  assert.deepEqual([...header.subarray(16, 20)], [10, 1, 2, 3]);
});

test('a challenged registration is repeated with the credential, a renewal carries it at once', async () => {
  const seen = [];
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
  await once(server, 'listening');
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      const text = data.toString();
      seen.push(text);
      const via = /^Via: .*$/m.exec(text)[0];
      const known = text.includes('Authorization: Digest username="9:alice"');
      const status = known ? '200 OK' : '401 Unauthorized';
      const ask = known ? '' : 'WWW-Authenticate: Digest realm="here", nonce="n1", qop="auth"\r\n';
      socket.send(`SIP/2.0 ${status}\r\n${via}\r\n${ask}Content-Length: 0\r\n\r\n`);
    }),
  );
  const credential = { username: '9:alice', password: 'p' };
  const client = new SipClient({ user: 'alice', domain: 'here', credential });
  await client.connect({ url: `ws://127.0.0.1:${server.address().port}/`, origin: 'http://here' });

  assert.equal(await client.register(), 200);
  assert.equal(await client.register(), 200);

  assert.equal(seen.length, 3);
  assert.match(seen[1], /realm="here",nonce="n1",.*nc=00000001/);
  assert.match(seen[2], /nc=00000002/);
  client.close();
  server.close();
});
