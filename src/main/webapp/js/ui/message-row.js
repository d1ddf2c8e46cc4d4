// One message as it is drawn: bubble, time, state in words, what to do where it failed.
import { nameOf } from '../lib/names.js';
import { isEmojiOnly, segments } from '../lib/linkify.js';
import { hasText, text } from '../lib/texts.js';
import { dayLabel, timeOfDay } from '../lib/time.js';
import { h } from './dom.js';
import { presenceOf } from './presence.js';
import { clockTime } from './times.js';

const TICKS = { sent: '✓', delivered: '✓✓', read: '✓✓' };

/** Numbers and SIP addresses open the phone (ui/delegate.js), everything else a page of its own. */
function link({ href, text: words }) {
  if (/^(?:tel|sips?):/i.test(href)) return h('a', { href, title: text('call.person', words), text: words });
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow', text: words });
}

function content(words) {
  return segments(words).map((part) =>
    part.href
      ? link(part)
      : document.createTextNode(part.text),
  );
}

function stateWords(item, peer) {
  if (item.state === 'failed') {
    const key = `messages.failed.${item.code}`;
    return text(hasText(key) ? key : 'messages.failed.other');
  }
  if (item.state === 'sending') return text(item.attempts > 0 ? 'messages.state.waiting' : 'messages.state.sending');
  if (item.state === 'sent' && presenceOf(peer) === 'offline') return text('messages.state.sent.offline', nameOf(peer));
  return text(`messages.state.${item.state}`);
}

function meta(row, peer) {
  const { item } = row;
  const needed = item.mine && row.meta;
  const line = h('div', { class: `message-meta${needed ? ' is-needed' : ''}` }, clockTime(item.sentAt));
  if (!item.mine) return line;
  const tick = TICKS[item.state];
  if (tick) line.append(h('span', { class: 'tick', 'aria-hidden': 'true', text: tick }));
  line.append(h('span', { class: needed ? '' : 'visually-hidden', text: stateWords(item, peer) }));
  if (item.state === 'failed') {
    const retry = ![404, 413].includes(item.code);
    if (retry) line.append(h('button', { type: 'button', data: { retry: item.uid }, text: text('messages.retry') }));
    line.append(h('button', { type: 'button', data: { discard: item.uid }, text: text('messages.discard') }));
  }
  return line;
}

function mailNote(item, peer) {
  if (!item.mine || item.mail !== 'failed' || item.state === 'read') return [];
  return [h('div', { class: 'message-mail', data: { testid: 'message-mail' }, text: text('messages.mail.failed', nameOf(peer)) })];
}

export function messageRow(row, peer) {
  const { item, first, last } = row;
  const names = ['message', item.mine && 'is-mine', first && 'is-first', last && 'is-last'].filter(Boolean);
  const state = !item.mine && item.state === 'sent' ? 'delivered' : item.state;
  const time = timeOfDay(item.sentAt);
  const who = item.mine ? text('messages.mine', time) : text('messages.from', nameOf(peer), time);
  return h(
    'li',
    { class: names.join(' '), data: { testid: 'message-item', messageState: state, uid: item.uid } },
    h('span', { class: 'visually-hidden', text: who }),
    h('div', { class: `bubble${isEmojiOnly(item.text) ? ' is-emoji' : ''}`, dir: 'auto' }, content(item.text)),
    meta(row, peer),
    ...mailNote(item, peer),
  );
}

export function dayRow(at) {
  return h('li', { class: 'day', text: dayLabel(at) });
}

export function unreadRow() {
  return h('li', { class: 'unread-line', text: text('messages.unread.line') });
}
