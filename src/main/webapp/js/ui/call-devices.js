import { text } from '../lib/texts.js';
import { capture } from '../media/capture.js';
import { measureLevel } from '../media/level.js';

const KINDS = ['microphone', 'camera', 'speaker'];

/** The dialog for microphone, camera and loudspeaker, before and during a call. */
export function connectDevices({ phone, devices, tones, document }) {
  const dialog = document.getElementById('call-sheet');
  const level = document.getElementById('device-level');
  const preview = document.getElementById('device-preview');
  const permission = document.getElementById('device-permission');
  const waiting = document.getElementById('device-waiting');
  const desktop = document.getElementById('device-desktop');
  const selects = Object.fromEntries(KINDS.map((kind) => [kind, document.getElementById(`device-${kind}`)]));
  let trial = null;

  async function open() {
    dialog.showModal();
    waiting.checked = localStorage.getItem('parley.call-waiting') === 'on';
    desktop.hidden = globalThis.Notification?.permission !== 'default';
    await tryOut();
    await list();
  }

  // What one hears and sees here is what the other side would: the chosen devices, really opened.
  async function tryOut() {
    trial?.abort();
    const mine = new AbortController();
    trial = mine;
    const { tracks, problems } = await capture(navigator.mediaDevices, { audio: true, video: true }, devices.chosen);
    const stop = () => tracks.forEach((track) => track.stop());
    if (mine.signal.aborted) {
      stop();
      return;
    }
    mine.signal.addEventListener('abort', stop, { once: true });
    const denied = problems.audio === 'denied' || problems.video === 'denied';
    permission.hidden = !denied;
    permission.textContent = denied ? text('call.device.denied') : '';
    const audio = tracks.filter((track) => track.kind === 'audio');
    const video = tracks.filter((track) => track.kind === 'video');
    if (audio.length > 0) {
      measureLevel(tones.context, new MediaStream(audio), (value) => (level.value = value), mine.signal);
    }
    preview.srcObject = video.length > 0 ? new MediaStream(video) : null;
    preview.hidden = video.length === 0;
  }

  async function list() {
    const found = await devices.list();
    for (const kind of KINDS) fill(selects[kind], kind, found[kind], devices.chosen[kind]);
    const canChoose = 'setSinkId' in HTMLMediaElement.prototype && found.speaker.length > 0;
    selects.speaker.disabled = !canChoose;
    document.getElementById('device-speaker-hint').hidden = canChoose;
  }

  function close() {
    trial?.abort();
    trial = null;
    preview.srcObject = null;
    level.value = 0;
    tones.stop();
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-open-devices]')) open();
  });
  dialog.querySelector('[data-sheet-close]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', close);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('change', async (event) => {
    const { device } = event.target.dataset;
    if (!device) return;
    devices.choose(device, event.target.value);
    if (device === 'speaker') return;
    await Promise.all([phone.useChosen(device), tryOut()]);
  });
  document.getElementById('device-test').addEventListener('click', async () => {
    await tones.useSpeaker(devices.chosen.speaker);
    tones.stop();
    tones.play('test');
  });
  waiting.addEventListener('change', () => {
    localStorage.setItem('parley.call-waiting', waiting.checked ? 'on' : 'off');
    phone.setCallWaiting(waiting.checked);
  });
  desktop.addEventListener('click', async () => {
    await Notification.requestPermission();
    desktop.hidden = Notification.permission !== 'default';
  });
  devices.addEventListener('change', () => dialog.open && list());
}

function fill(select, kind, found, chosen) {
  const option = (value, label) => {
    const element = document.createElement('option');
    element.value = value;
    element.textContent = label;
    return element;
  };
  const named = found.map(({ id, label }, index) => option(id, label || text(`call.device.${kind}`, index + 1)));
  select.replaceChildren(option('', text(found.length > 0 ? 'call.device.default' : 'call.device.none')), ...named);
  select.value = found.some(({ id }) => id === chosen) ? chosen : '';
}
