/**
 * Camera and microphone, as far as they can be had. A call never fails for want of one: it goes on with
 * what there is, and `problems` says what is missing and why.
 */

const REASONS = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  NotReadableError: 'in-use',
  TrackStartError: 'in-use',
  AbortError: 'in-use',
};
const VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
const AUDIO = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * @param {MediaDevices|undefined} mediaDevices
 * @param {{audio: boolean, video: boolean}} wanted
 * @param {{microphone?: string, camera?: string}} chosen device ids
 * @returns {Promise<{tracks: MediaStreamTrack[], problems: {audio?: string, video?: string}}>}
 */
export async function capture(mediaDevices, wanted, chosen = {}) {
  if (!mediaDevices?.getUserMedia) {
    return { tracks: [], problems: reasons(wanted, 'unavailable') };
  }
  const both = await attempt(mediaDevices, wanted, chosen);
  if (both.tracks) return { tracks: both.tracks, problems: {} };
  if (!(wanted.audio && wanted.video)) return { tracks: [], problems: reasons(wanted, both.reason) };

  // One of the two stands in the way: ask for each alone.
  const audio = await attempt(mediaDevices, { audio: true, video: false }, chosen);
  const video = await attempt(mediaDevices, { audio: false, video: true }, chosen);
  return {
    tracks: [...(audio.tracks ?? []), ...(video.tracks ?? [])],
    problems: { ...(audio.reason && { audio: audio.reason }), ...(video.reason && { video: video.reason }) },
  };
}

async function attempt(mediaDevices, wanted, chosen) {
  try {
    const stream = await mediaDevices.getUserMedia(constraints(wanted, chosen));
    return { tracks: stream.getTracks() };
  } catch (error) {
    const stale = error.name === 'OverconstrainedError' || error.name === 'NotFoundError';
    if (stale && (chosen.microphone || chosen.camera)) return attempt(mediaDevices, wanted, {});
    return { reason: REASONS[error.name] ?? 'failed' };
  }
}

/** What is asked of the browser; a chosen device is wanted, not demanded, so that an unplugged one is no end. */
export function constraints(wanted, chosen = {}) {
  const of = (base, id) => (id ? { ...base, deviceId: { ideal: id } } : base);
  return {
    audio: wanted.audio ? of(AUDIO, chosen.microphone) : false,
    video: wanted.video ? of(VIDEO, chosen.camera) : false,
  };
}

function reasons(wanted, reason) {
  return { ...(wanted.audio && { audio: reason }), ...(wanted.video && { video: reason }) };
}
