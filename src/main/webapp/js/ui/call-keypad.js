import { text } from '../lib/texts.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const NAMES = { '*': 'call.key.star', '#': 'call.key.hash' };

/** The dial pad of a call: clicks and typed digits are sent and heard. */
export function connectKeypad({ phone, tones, document }) {
  const pad = document.getElementById('call-pad');
  const opener = document.querySelector('[data-do="keys"]');
  const sent = document.createElement('output');
  sent.className = 'call-pad-sent';
  pad.append(
    sent,
    ...KEYS.map((key) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'call-key';
      button.dataset.key = key;
      button.textContent = key;
      if (NAMES[key]) button.setAttribute('aria-label', text(NAMES[key]));
      return button;
    }),
  );

  function press(key) {
    const call = phone.calls.find((each) => each.state === 'in-call' || each.state === 'held');
    if (!call) return;
    tones.key(key);
    phone.sendKey(call.id, key);
    sent.textContent = (sent.textContent + key).slice(-24);
  }

  function open() {
    pad.hidden = false;
    sent.textContent = '';
    opener.setAttribute('aria-expanded', 'true');
    pad.querySelector('button').focus();
  }

  function close() {
    if (pad.hidden) return;
    const hadFocus = pad.contains(document.activeElement);
    pad.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    if (hadFocus) opener.focus();
  }

  pad.addEventListener('click', (event) => {
    const key = event.target.closest('[data-key]')?.dataset.key;
    if (key) press(key);
  });
  pad.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    else if (KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) press(event.key);
  });
  return { close, toggle: () => (pad.hidden ? open() : close()) };
}
