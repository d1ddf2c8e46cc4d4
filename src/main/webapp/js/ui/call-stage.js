import { text } from '../lib/texts.js';
import { hasPictures, qualityOf } from './call-view.js';

const FADE_AFTER = 3000;
const STEP = 24;

/**
 * The pictures of a call: on the stage while one looks at it, in a small tile elsewhere. Sound has its
 * own element, so that it goes on whatever is shown.
 */
export function connectStage({ phone, devices, document }) {
  const root = document.getElementById('call');
  const remote = document.getElementById('call-remote');
  const self = document.getElementById('call-self');
  const audio = document.getElementById('call-audio');
  const full = document.getElementById('call-full');
  const elsewhere = root.querySelector('[data-call-elsewhere]');
  const name = root.querySelector('[data-call-name]');
  const quality = root.querySelector('[data-call-quality]');
  let shownCall = null;
  let wanted = 'auto';
  let fading = null;

  function draw(call) {
    if (call?.id !== shownCall) {
      shownCall = call?.id ?? null;
      wanted = 'auto';
      resetSelf(self);
    }
    if (!call) {
      show('none');
      attach(null, null);
      return;
    }
    const pictures = hasPictures(call);
    show(view(pictures));
    root.classList.toggle('call-has-remote', call.remoteVideo && !call.heldByPeer);
    root.classList.toggle('call-has-video', pictures);
    name.textContent = call.peerName;
    const verdict = qualityOf(call);
    quality.textContent = verdict ? text(verdict.key) : '';
    const streams = phone.streamsOf(call.id);
    elsewhere.hidden = streams !== null || !pictures;
    elsewhere.textContent = text('call.elsewhere');
    attach(streams, call);
  }

  function view(pictures) {
    if (wanted === 'stage') return 'stage';
    if (!pictures) return 'bar';
    return wanted === 'tile' ? 'tile' : 'stage';
  }

  function show(next) {
    if (root.dataset.view === next) return;
    root.dataset.view = next;
    document.documentElement.dataset.callView = next;
    if (next !== 'stage' && document.fullscreenElement === root) document.exitFullscreen();
    wake();
  }

  function attach(streams, call) {
    put(remote, streams?.remote ?? null);
    put(audio, streams?.remote ?? null);
    const own = call?.camera && streams ? streams.local : null;
    put(self, own);
    self.hidden = own === null;
  }

  function useSpeaker() {
    audio.setSinkId?.(devices.chosen.speaker ?? '').catch(() => {});
  }

  // Controls fade on the stage and come back with any move.
  function wake() {
    root.classList.remove('call-quiet');
    clearTimeout(fading);
    if (root.dataset.view !== 'stage') return;
    fading = setTimeout(() => {
      const busy = root.querySelector('.call-bar:focus-within, .call-pad:not([hidden]), .call-controls:hover');
      if (!busy && root.classList.contains('call-has-remote')) root.classList.add('call-quiet');
    }, FADE_AFTER);
  }

  function toggle() {
    wanted = root.dataset.view === 'stage' ? 'tile' : 'stage';
    const call = phone.calls.find((each) => each.id === shownCall);
    if (call) draw(call);
  }

  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) root.addEventListener(type, wake);
  document.getElementById('call-open').addEventListener('click', toggle);
  document.getElementById('call-minimise').addEventListener('click', toggle);
  remote.addEventListener('click', () => root.dataset.view === 'tile' && toggle());
  full.addEventListener('click', () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  });
  document.addEventListener('fullscreenchange', () => {
    const on = document.fullscreenElement === root;
    full.firstElementChild.className = `bi bi-${on ? 'fullscreen-exit' : 'arrows-fullscreen'}`;
    full.title = text(on ? 'call.full.leave' : 'call.full');
    full.setAttribute('aria-label', full.title);
  });
  // Going to another section leaves the stage; the call stays in sight.
  document.addEventListener('click', (event) => {
    if (root.dataset.view === 'stage' && event.target.closest('.rail a, [data-write]')) {
      wanted = 'tile';
      const call = phone.calls.find((each) => each.id === shownCall);
      if (call) draw(call);
    }
  });
  devices.addEventListener('change', useSpeaker);
  useSpeaker();
  draggable(self, root);
  return { draw, toggle };
}

function put(element, stream) {
  if (element.srcObject === stream) return;
  element.srcObject = stream;
  if (stream) element.play?.().catch(() => {});
}

function resetSelf(self) {
  self.style.translate = '';
  delete self.dataset.x;
  delete self.dataset.y;
}

/** The own picture goes where it is dragged or moved with the arrow keys, within the stage. */
function draggable(self, root) {
  let from = null;
  const place = (x, y) => {
    const stage = root.querySelector('.call-stage').getBoundingClientRect();
    const box = self.getBoundingClientRect();
    const [oldX, oldY] = [Number(self.dataset.x ?? 0), Number(self.dataset.y ?? 0)];
    const home = { left: box.left - oldX, top: box.top - oldY, right: box.right - oldX, bottom: box.bottom - oldY };
    self.dataset.x = String(clamp(x, stage.left - home.left, stage.right - home.right));
    self.dataset.y = String(clamp(y, stage.top - home.top, stage.bottom - home.bottom));
    self.style.translate = `${self.dataset.x}px ${self.dataset.y}px`;
  };
  self.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX - Number(self.dataset.x ?? 0), y: event.clientY - Number(self.dataset.y ?? 0) };
    self.setPointerCapture(event.pointerId);
  });
  self.addEventListener('pointermove', (event) => {
    if (from) place(event.clientX - from.x, event.clientY - from.y);
  });
  for (const type of ['pointerup', 'pointercancel']) self.addEventListener(type, () => (from = null));
  self.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!move) return;
    event.preventDefault();
    place(Number(self.dataset.x ?? 0) + move[0], Number(self.dataset.y ?? 0) + move[1]);
  });
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
