// A contact in the phonebook's list: a colleague as everywhere, somebody outside by name alone.
import { contactLine } from '../lib/contacts.js';
import { initials } from '../lib/names.js';
import { text } from '../lib/texts.js';
import { contactPath } from './contacts.js';
import { h, icon } from './dom.js';
import { avatar, callButton, writeButton } from './person.js';
import { presenceWord } from './presence.js';
import { base } from './session.js';

/** Somebody outside: their initials, under the picture that was imported with them. */
export function contactFace({ id, name, picture }, size = '') {
  const src = picture && `${base}/phonebook/${id}/picture/${picture}`;
  const on = { error: ({ target }) => target.remove() };
  return h(
    'span',
    { class: `avatar${size && ` avatar-${size}`}` },
    h('span', { class: 'avatar-initials', 'aria-hidden': 'true', text: initials(name) }),
    src && h('img', { class: 'avatar-picture', src, alt: '', loading: 'lazy', decoding: 'async', on }),
  );
}

export function contactRow(row, current, query) {
  const { id, user, name, favourite, address, blocked } = row;
  const line = contactLine(row);
  return h(
    'li',
    { class: `row-item${current ? ' is-current' : ''}`, data: { id, testid: 'contact-row', ...(user ? { user } : {}) } },
    user ? avatar(user, name) : contactFace(row),
    h(
      'div',
      { class: 'row-text' },
      h('a', { class: 'row-link row-name', href: contactPath(id) + query, text: name, 'aria-current': current && 'true' }),
      h(
        'div',
        { class: 'row-sub' },
        user && presenceWord(user),
        line && h('span', { text: user ? `· ${line}` : line }),
        blocked && h('span', { text: `· ${text('phonebook.is-blocked')}` }),
      ),
    ),
    favourite && h('span', { class: 'book-star', role: 'img', 'aria-label': text('phonebook.favourite'), title: text('phonebook.favourite') }, icon('star-fill')),
    h('div', { class: 'row-actions' }, address && callButton(address, name), user && writeButton(user, name)),
  );
}
