// Rows of lists that several pages show: a conversation, a call, a person.
import { badgeText } from '../lib/badge.js';
import { callTitle, kindIcon } from '../lib/calls.js';
import { lengthText } from '../lib/time.js';
import { countText, text } from '../lib/texts.js';
import { h, icon } from './dom.js';
import { avatar, callButton, contactButton, videoButton, writeButton } from './person.js';
import { presenceWord } from './presence.js';
import { talkPath } from './session.js';
import { clockTime, length, relativeTime } from './times.js';

export function conversationRow({ user, name, lastText, lastAt, lastMine, unread }, current = false) {
  const count = badgeText(unread);
  const link = h('a', { class: 'row-link row-name', href: talkPath(user), text: name, 'aria-current': current && 'true' });
  const last = lastText === undefined ? '' : lastMine ? text('messages.you', lastText) : lastText;
  return h(
    'li',
    { class: `row-item${unread ? ' is-unread' : ''}${current ? ' is-current' : ''}`, data: { user } },
    avatar(user, name),
    h('div', { class: 'row-text' }, link, h('div', { class: 'row-sub' }, h('span', { text: last }))),
    h(
      'div',
      { class: 'row-side' },
      lastAt && relativeTime(lastAt, true),
      count &&
        h(
          'b',
          { class: 'badge-count' },
          h('span', { 'aria-hidden': 'true', text: count }),
          h('span', { class: 'visually-hidden', text: countText('messages.unread', unread) }),
        ),
    ),
  );
}

export function callRow(call, { actions = true, short = false } = {}) {
  const { id, kind, user, name, startedAt, durationSeconds, media, reason } = call;
  const video = /video/.test(media ?? '');
  const lasted = durationSeconds > 0;
  const kindWords = [
    text(`history.kind.${kind}`),
    video && text('history.video'),
    short && lasted && lengthText(durationSeconds),
    reason,
  ];
  return h(
    'li',
    { class: 'row-item', data: { testid: 'history-item', kind, user, id } },
    h('span', { class: 'call-kind', 'aria-hidden': 'true' }, icon(kindIcon(kind, video))),
    h(
      'div',
      { class: 'row-text' },
      h('a', { class: 'row-link row-name', href: talkPath(user), text: name, title: callTitle(call) }),
      h('div', { class: 'row-sub' }, h('span', { text: kindWords.filter(Boolean).join(' · ') })),
    ),
    h(
      'div',
      { class: 'row-side' },
      lasted && !short && length(durationSeconds),
      short ? relativeTime(startedAt) : clockTime(startedAt),
    ),
    actions &&
      h(
        'div',
        { class: 'row-actions' },
        callButton(user, name),
        !short && videoButton(user, name, { class: 'is-optional' }),
        !short && writeButton(user, name),
        !short && contactButton(user, name, { class: 'is-extra' }),
      ),
  );
}

export function personRow({ user, name, status }, { actions = true, current = false } = {}) {
  return h(
    'li',
    { class: `row-item${current ? ' is-current' : ''}`, data: { user } },
    avatar(user, name),
    h(
      'div',
      { class: 'row-text' },
      h('a', { class: 'row-link row-name', href: talkPath(user), text: name }),
      h('div', { class: 'row-sub' }, presenceWord(user), status && h('span', { text: ` · ${status}` })),
    ),
    actions &&
      h(
        'div',
        { class: 'row-actions' },
        callButton(user, name),
        videoButton(user, name),
        writeButton(user, name),
        contactButton(user, name, { class: 'is-extra' }),
      ),
  );
}
