/**
 * Reading SIP messages as text. sipML5 counts characters where SIP counts bytes, so what it receives is
 * a *byte string*: one character for one byte of UTF-8.
 */

const NOT_ASCII = /[^\x00-\x7f]/; // eslint-disable-line no-control-regex
const COMPACT = { 'call-id': 'i', from: 'f', to: 't', contact: 'm', 'content-type': 'c', 'content-length': 'l', via: 'v', event: 'o' };

/** Text to byte string. */
export function toByteString(text) {
  if (!NOT_ASCII.test(text)) return text;
  return bytesToByteString(new TextEncoder().encode(text));
}

/** Bytes (an array, typed array or ArrayBuffer) to byte string. */
export function bytesToByteString(bytes) {
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
  let out = '';
  for (let at = 0; at < view.length; at += 4096) {
    out += String.fromCharCode(...view.slice(at, at + 4096));
  }
  return out;
}

/** Byte string (or an array of bytes) back to text; what is not UTF-8 becomes the replacement mark. */
export function toText(bytes) {
  if (bytes === null || bytes === undefined) return '';
  if (typeof bytes === 'string') {
    if (!NOT_ASCII.test(bytes)) return bytes;
    return new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0) & 0xff));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** The first value of a header, or ''. Only the head of the message is searched. */
export function header(raw, name) {
  const end = raw.indexOf('\r\n\r\n');
  const head = end < 0 ? raw : raw.slice(0, end + 2);
  const short = COMPACT[name.toLowerCase()];
  const names = short ? `(?:${name}|${short})` : name;
  const found = new RegExp(`\\r\\n${names}[ \\t]*:[ \\t]*([^\\r\\n]*)`, 'i').exec(head);
  return found ? found[1].trim() : '';
}

/** What follows the empty line. */
export function body(raw) {
  const end = raw.indexOf('\r\n\r\n');
  return end < 0 ? '' : raw.slice(end + 4);
}

/** `{method}` for a request, `{code, phrase, method}` for a response (the method it answers). */
export function startLine(raw) {
  const line = raw.slice(0, raw.indexOf('\r\n'));
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(line);
  if (response) {
    const method = /\s(\w+)\s*$/.exec(` ${header(raw, 'CSeq')}`);
    return { code: Number(response[1]), phrase: response[2], method: method ? method[1] : '' };
  }
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(line);
  return request ? { code: 0, phrase: '', method: request[1] } : { code: 0, phrase: '', method: '' };
}

/** The number and text of a `Reason: SIP;cause=200;text="…"` header. */
export function reason(raw) {
  const value = header(raw, 'Reason');
  const cause = /cause\s*=\s*"?(\d+)/i.exec(value);
  const text = /text\s*=\s*"([^"]*)"/i.exec(value);
  return { cause: cause ? Number(cause[1]) : 0, text: text ? toText(text[1]) : '' };
}

/** Name and address of a From or To header: `{name, user, host, uri}`. */
export function nameAddress(value) {
  const uri = /<([^>]*)>/.exec(value)?.[1] ?? value.split(';')[0].trim();
  const before = value.includes('<') ? value.slice(0, value.indexOf('<')).trim() : '';
  const name = toText(before.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1'));
  const parts = /^sips?:(?:([^@;?]*)@)?([^;?>]*)/i.exec(uri);
  return {
    name,
    user: parts && parts[1] ? toText(decodeURIComponentSafe(parts[1].split(':')[0])) : '',
    host: parts ? parts[2].split(':')[0].toLowerCase() : '',
    uri,
  };
}

function decodeURIComponentSafe(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an SDP body offers a medium (`audio`, `video`) with a port. */
export function offers(sdp, medium) {
  return new RegExp(`(?:^|\\n)m=${medium} [1-9]`).test(sdp);
}
