import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Problem, configureHttp, cookie, getJson, postJson, url } from '../../../main/webapp/js/lib/http.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  configureHttp({ base: '', signedOut: () => undefined });
});

function answer(status, body, headers = {}) {
  const calls = [];
  globalThis.fetch = async (path, options) => {
    calls.push({ path, options });
    return new Response(body === null ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
  };
  return calls;
}

test('requests go to the portal wherever it is mounted', async () => {
  const calls = answer(200, { ok: true });
  configureHttp({ base: '/app' });
  assert.deepEqual(await getJson('/api/people', { q: 'b&c', after: null }), { ok: true });
  assert.equal(calls[0].path, '/app/api/people?q=b%26c');
  assert.equal(url('/history', { kind: 'missed', person: '' }), '/app/history?kind=missed');
});

test('a problem tells its status, words and when to come back', async () => {
  answer(503, { title: 'Busy', detail: 'Try later.' }, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' });
  await assert.rejects(postJson('/api/x'), (problem) => {
    assert.ok(problem instanceof Problem);
    assert.deepEqual([problem.status, problem.message, problem.retryAfter], [503, 'Try later.', 5]);
    return true;
  });
});

test('no answer at all is a problem too, but an aborted request is not', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('failed to fetch');
  };
  await assert.rejects(getJson('/api/x'), (problem) => problem.offline);
  globalThis.fetch = async () => {
    throw new DOMException('aborted', 'AbortError');
  };
  await assert.rejects(getJson('/api/x'), { name: 'AbortError' });
});

test('a lost session is told at once', async () => {
  let told = 0;
  answer(401, {});
  configureHttp({ signedOut: () => (told += 1) });
  await assert.rejects(getJson('/api/x'), Problem);
  assert.equal(told, 1);
});

test('an answer without content is null', async () => {
  globalThis.fetch = async () => new Response(null, { status: 204 });
  assert.equal(await postJson('/api/x', {}), null);
});

test('cookies are read by their exact name', () => {
  assert.equal(cookie('XSRF-TOKEN', 'X=1; XSRF-TOKEN=a%2Fb; OTHER-XSRF-TOKEN=c'), 'a/b');
  assert.equal(cookie('XSRF', 'XSRF-TOKEN=a'), null);
});
