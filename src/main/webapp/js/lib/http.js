// Requests to the portal: base path, CSRF token, problems (RFC 9457), and what a lost session means.

/** An answer that is not what was asked for; status 0 means that no answer came at all. */
export class Problem extends Error {
  constructor(status, { title = '', detail = '', type = '' } = {}, retryAfter = null) {
    super(detail || title || `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.type = type;
    this.retryAfter = retryAfter;
  }

  get offline() {
    return this.status === 0;
  }
}

const settings = { base: '', signedOut: () => globalThis.location?.reload() };

/** `base` is the context path; `signedOut` is called when the session is gone. */
export function configureHttp(options) {
  Object.assign(settings, options);
}

export function cookie(name, source = globalThis.document?.cookie ?? '') {
  for (const part of source.split(/;\s*/)) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at) === name) return decodeURIComponent(part.slice(at + 1));
  }
  return null;
}

export function url(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  const tail = query.toString();
  return settings.base + path + (tail ? `?${tail}` : '');
}

export function csrfHeaders() {
  const token = cookie('XSRF-TOKEN');
  return token ? { 'X-XSRF-TOKEN': token } : {};
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path.startsWith('http') ? path : settings.base + path, {
      credentials: 'same-origin',
      ...options,
      headers: { Accept: 'application/json', ...options.headers },
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0);
  }
  if (response.status === 401) settings.signedOut();
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const seconds = Number.isNaN(retryAfter) ? null : retryAfter;
  const json = /json/.test(response.headers.get('Content-Type') ?? '');
  const body = json ? await response.json().catch(() => ({})) : {};
  return new Problem(response.status, body ?? {}, seconds);
}

async function bodyOf(response) {
  if (response.status === 204) return null;
  const content = await response.text();
  return content ? JSON.parse(content) : null;
}

export async function getJson(path, { signal, ...parameters } = {}) {
  const query = url('', parameters).slice(settings.base.length);
  return bodyOf(await request(path + query, { signal }));
}

export async function postJson(path, body = {}, { signal, keepalive } = {}) {
  const response = await request(path, {
    method: 'POST',
    signal,
    keepalive,
    headers: { 'Content-Type': 'application/json', ...csrfHeaders() },
    body: JSON.stringify(body),
  });
  return bodyOf(response);
}

/** Sends a file as it is. */
export async function sendFile(path, blob) {
  const headers = { 'Content-Type': blob.type, ...csrfHeaders() };
  return bodyOf(await request(path, { method: 'POST', headers, body: blob }));
}

export async function remove(path) {
  return bodyOf(await request(path, { method: 'DELETE', headers: csrfHeaders() }));
}
