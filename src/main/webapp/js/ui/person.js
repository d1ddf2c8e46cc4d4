// How a person looks in lists: picture, dot, and what one can do with them.
import { initials } from '../lib/names.js';
import { text } from '../lib/texts.js';
import { h, iconButton } from './dom.js';
import { pictureFor } from './picture.js';
import { presenceDot } from './presence.js';

export function avatar(user, name, { size = '', dot = true } = {}) {
  return h(
    'span',
    { class: `avatar${size && ` avatar-${size}`}` },
    h('span', { class: 'avatar-initials', 'aria-hidden': 'true', text: initials(name) }),
    pictureFor(user),
    dot && presenceDot(user),
  );
}

/** Buttons that work by delegation wherever they are. */
export function callButton(user, name, props = {}) {
  return iconButton('telephone', text('call.person', name), { data: { call: user }, ...props });
}

export function videoButton(user, name, props = {}) {
  return iconButton('camera-video', text('video.person', name), { data: { call: user, video: 'true' }, ...props });
}

/** Puts somebody into one's phonebook. */
export function contactButton(user, name, props = {}) {
  return iconButton('person-plus', text('phonebook.add', name), { data: { contactAdd: user }, ...props });
}

export function writeButton(user, name, props = {}) {
  return iconButton('chat', text('write.person', name), { data: { write: user }, ...props });
}
