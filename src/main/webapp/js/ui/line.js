// How the connection of the phone is, in words, at the head of every page.
import { phone } from '../phone/index.js';
import { text } from '../lib/texts.js';

/** What it means for being reached: every state of a call says "ready". */
const LINES = { offline: 'offline', connecting: 'connecting', reconnecting: 'reconnecting' };

export function keepLine() {
  const line = document.getElementById('line');
  const word = line.querySelector('[data-line-word]');
  const paint = () => {
    line.dataset.line = LINES[phone.state] ?? 'ready';
    const words = text(`line.${phone.state}`);
    if (word.textContent !== words) word.textContent = words;
    line.title = words;
  };
  phone.addEventListener('state', paint);
  paint();
}
