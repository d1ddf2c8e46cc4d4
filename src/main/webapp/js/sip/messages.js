import { callIdOf } from './engine.js';
import { header, nameAddress, toText } from './wire.js';

export const MESSAGE_ID = 'X-Parley-Message-Id';
const TIMEOUT = 12000;

/** What is told when a message was not taken: `.code` as SIP says it, 0 without a connection. */
export class MessageError extends Error {
  constructor(code, retryAfter = 0) {
    super(`message refused: ${code}`);
    this.name = 'MessageError';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Sends a text; resolves to `{state: 'delivered' | 'sent'}` once the server has it durably. */
export function sendMessage(window, stack, uri, id, text, retryAfterOf) {
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (code) => {
      if (settled) return;
      settled = true;
      window.clearTimeout(timer);
      if (code === 200) resolve({ state: 'delivered' });
      else if (code >= 200 && code < 300) resolve({ state: 'sent' });
      else reject(new MessageError(code, retryAfterOf(callId)));
    };
    const timer = window.setTimeout(() => settle(0), TIMEOUT);
    const session = stack.newSession('message', {
      sip_headers: [{ name: MESSAGE_ID, value: id }],
      events_listener: {
        events: '*',
        listener: (event) => {
          const code = event.getSipResponseCode();
          if (event.type === 'i_ao_request' && code >= 200 && code !== 401 && code !== 407) settle(code);
          else if (event.type === 'terminated' || event.type === 'transport_error') settle(Math.max(code, 0));
        },
      },
    });
    const sent = session.send(uri, text, 'text/plain;charset=utf-8');
    const callId = callIdOf(session);
    if (sent !== 0) settle(0);
  });
}

/** Takes an incoming MESSAGE: answers it and returns `{from, fromName, id, text}`. */
export function receiveMessage(event, raw) {
  event.newSession.accept();
  const type = header(raw, 'Content-Type').toLowerCase();
  if (type && !type.startsWith('text/plain')) return null;
  const peer = nameAddress(header(raw, 'From'));
  const bytes = event.o_event.o_message.o_content ?? [];
  const number = header(raw, 'CSeq').split(' ')[0];
  return {
    from: peer.user,
    fromHost: peer.host,
    fromName: peer.name,
    id: header(raw, MESSAGE_ID) || `${header(raw, 'Call-ID')};${number}`,
    text: toText(bytes),
  };
}
