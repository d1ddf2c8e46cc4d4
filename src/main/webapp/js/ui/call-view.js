// What the phone shows, worked out from its state alone: no elements here, so that tests can ask.

/** The call that matters most: the one that is talked in, else the newest. */
export function mainCall(calls) {
  const rank = (call) => {
    if (call.state === 'ringing') return 0;
    if (call.heldByUs) return 1;
    return call.state === 'calling' ? 2 : 3;
  };
  return [...calls].sort((a, b) => rank(b) - rank(a) || b.startedAt - a.startedAt)[0] ?? null;
}

/** The call whose card is shown: one that rings here and was not taken yet. */
export function ringingCall(calls) {
  return calls.find((call) => call.state === 'ringing' && !call.answering) ?? null;
}

/** The sentence of `call-status`: a key of the texts with its values. */
export function statusOf(state, call) {
  if (!call) return { key: `call.state.${state}`, values: [] };
  const values = [call.peerName];
  const answered = call.state === 'in-call' || call.state === 'held';
  if (state === 'reconnecting') {
    return { key: answered ? 'call.reconnecting' : 'call.calling.reconnecting', values };
  }
  if (call.state === 'ringing') return { key: call.answering ? 'call.answering' : 'call.incoming', values };
  if (call.state === 'calling') return { key: call.remoteRinging ? 'call.ringing' : 'call.calling', values };
  if (call.heldByUs) return { key: 'call.held', values };
  if (call.heldByPeer) return { key: 'call.held.by', values };
  return { key: 'call.in-call', values };
}

/** What stands in the way of being heard and seen, or null. */
export function problemOf(call) {
  if (!call) return null;
  if (call.connection === 'disconnected' || call.connection === 'failed') {
    return { key: `call.connection.${call.connection}`, values: [] };
  }
  for (const kind of ['audio', 'video']) {
    const reason = call.problems?.[kind];
    if (reason) return { key: `call.problem.${kind}.${reason}`, values: [call.peerName] };
  }
  if (call.muted) return { key: 'call.muted', values: [] };
  return null;
}

/** Only a connection that is not good is worth a word. */
export function qualityOf(call) {
  return call?.quality && call.quality !== 'good' ? { key: `call.quality.${call.quality}`, values: [] } : null;
}

/** How each control stands: `{label, icon, pressed, disabled}`. */
export function controlsOf(call) {
  const answered = call !== null && (call.state === 'in-call' || call.state === 'held');
  const held = call?.heldByUs === true;
  return {
    mute: {
      label: call?.muted ? 'call.unmute' : 'call.mute',
      icon: call?.muted ? 'mic-mute' : 'mic',
      pressed: call?.muted === true,
      disabled: call === null,
    },
    camera: {
      label: !answered ? 'call.camera.not' : call.camera ? 'call.camera.off' : 'call.camera.on',
      icon: call?.camera ? 'camera-video' : 'camera-video-off',
      pressed: call?.camera === true,
      disabled: !answered || held,
    },
    hold: {
      label: held ? 'call.resume' : 'call.hold',
      icon: held ? 'play-fill' : 'pause',
      pressed: held,
      disabled: !answered,
    },
    keys: { icon: 'grid-3x3-gap', disabled: !answered },
    hangup: { icon: 'telephone-x', disabled: call === null },
  };
}

/** Whether there are pictures to show: then the call is more than a bar. */
export function hasPictures(call) {
  return call !== null && call.state !== 'ringing' && call.video;
}

/** `4:31` or `1:02:09`. */
export function clock(milliseconds) {
  const seconds = Math.max(Math.floor(milliseconds / 1000), 0);
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

/** What is to be heard: the name of a tone, or null for silence. */
export function toneFor(calls, presence) {
  const ringing = ringingCall(calls);
  if (ringing && presence !== 'dnd') return calls.length > 1 ? 'waiting' : 'ring';
  return calls.some((call) => call.state === 'calling' && call.remoteRinging) ? 'ringback' : null;
}
