import { text } from '../lib/texts.js';
import { ringingCall } from './call-view.js';
import { drawFace } from './picture.js';

/** The card of an incoming call. It takes the focus only from nobody. */
export function connectIncoming({ phone, document }) {
  const card = document.getElementById('call-incoming');
  const alert = document.getElementById('call-alert');
  const find = (id) => card.querySelector(`[data-testid="${id}"]`);
  const video = find('call-answer-video');
  let shown = null;

  function draw() {
    const call = ringingCall(phone.calls);
    if (!call) {
      if (shown !== null) hide();
      return;
    }
    const kind = call.video ? 'video' : 'audio';
    document.getElementById('call-from').textContent = call.peerName;
    const second = phone.calls.length > 1 ? ` · ${text('call.incoming.second')}` : '';
    document.getElementById('call-kind').textContent = text(`call.incoming.${kind}`) + second;
    document.getElementById('call-address').textContent = call.peerName === call.peer ? '' : call.peer;
    drawFace(card.querySelector('[data-incoming-initials]'), call.peer.split('@')[0], call.peerName);
    video.hidden = !call.video;
    if (shown === call.id) return;
    shown = call.id;
    card.hidden = false;
    alert.textContent = text(`call.alert.${kind}`, call.peerName);
    if (document.activeElement === document.body || document.activeElement === null) find('call-answer').focus();
  }

  function hide() {
    const hadFocus = card.contains(document.activeElement);
    shown = null;
    card.hidden = true;
    alert.textContent = '';
    if (hadFocus) document.querySelector('[data-testid="call-hangup"]').focus();
  }

  function answer(withVideo) {
    if (shown !== null) phone.answer(shown, { video: withVideo });
  }

  find('call-answer').addEventListener('click', () => answer(false));
  video.addEventListener('click', () => answer(true));
  find('call-decline').addEventListener('click', () => shown !== null && phone.decline(shown));
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      phone.decline(shown);
    } else if (event.key === 'Enter' && !event.target.closest('button')) {
      event.preventDefault();
      answer(false);
    }
  });
  phone.addEventListener('calls', draw);
  draw();
}
