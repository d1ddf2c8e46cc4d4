import { toneFor } from './call-view.js';

/** Ringing, ringing back, and a word in sound when a call ends. Only the tab with the phone is heard. */
export function connectSounds({ phone, devices, tones }) {
  let playing = null;

  function draw() {
    const tone = phone.isLeader ? toneFor(phone.calls, phone.ownPresence) : null;
    if (tone === playing) return;
    playing = tone;
    if (tone) tones.play(tone);
    else tones.stop();
  }

  function useSpeaker() {
    const { speaker } = devices.chosen;
    if (speaker) tones.useSpeaker(speaker);
  }

  phone.addEventListener('calls', draw);
  phone.addEventListener('lead', draw);
  phone.addEventListener('notice', ({ detail }) => {
    if (!phone.isLeader || detail.direction === 'incoming') return;
    tones.play(detail.word === 'ended' ? 'ended' : 'busy');
  });
  devices.addEventListener('change', useSpeaker);
  useSpeaker();
}
