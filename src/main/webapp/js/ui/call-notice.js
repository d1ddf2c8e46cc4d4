import { text } from '../lib/texts.js';

const STAYS = 20000;
const STAYS_SHORT = 5000;

/** What is said after a call, with the one or two things that make sense now. */
export function connectNotice({ phone, document }) {
  const notice = document.getElementById('call-notice');
  const words = notice.querySelector('[data-notice-text]');
  const write = notice.querySelector('[data-notice-write]');
  const again = notice.querySelector('[data-notice-call]');
  let hiding = null;

  function show({ word, peer, peerName, canWrite, canCall, video }) {
    const internal = !peer.includes('@');
    words.textContent = text(`call.end.${word}`, peerName);
    notice.dataset.word = word;
    notice.dataset.peer = peer;
    write.hidden = !(canWrite && internal);
    write.dataset.write = peer;
    again.hidden = !canCall || word === 'ended' || word === 'elsewhere' || word === 'declinedElsewhere';
    again.dataset.call = peer;
    again.dataset.video = String(video === true);
    notice.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(hide, write.hidden && again.hidden ? STAYS_SHORT : STAYS);
  }

  function hide() {
    clearTimeout(hiding);
    notice.hidden = true;
  }

  phone.addEventListener('notice', ({ detail }) => show(detail));
  phone.addEventListener('named', ({ detail: { peer, peerName } }) => {
    if (!notice.hidden && notice.dataset.peer === peer) words.textContent = text(`call.end.${notice.dataset.word}`, peerName);
  });
  phone.addEventListener('calls', ({ detail }) => {
    if (detail.calls.length > 0 && notice.dataset.word !== 'inCall') hide();
  });
  notice.addEventListener('click', (event) => {
    // The buttons themselves work by the attributes that work everywhere (data-write, data-call).
    if (event.target.closest('button')) queueMicrotask(hide);
  });
}
