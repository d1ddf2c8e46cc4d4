/** How good a call is, from two looks at the peer connection's statistics. */

/** The figures that matter, summed over all received streams. */
export function digest(report) {
  const sum = {
    at: 0, packets: 0, lost: 0, jitter: 0, bytes: 0, videoBytes: 0, frames: 0, width: 0, height: 0, roundTrip: 0,
  };
  for (const entry of report.values()) {
    if (entry.type === 'inbound-rtp') {
      sum.at = Math.max(sum.at, entry.timestamp);
      sum.packets += entry.packetsReceived ?? 0;
      sum.lost += Math.max(entry.packetsLost ?? 0, 0);
      sum.bytes += entry.bytesReceived ?? 0;
      sum.jitter = Math.max(sum.jitter, entry.kind === 'audio' ? (entry.jitter ?? 0) : 0);
      if (entry.kind === 'video') {
        sum.videoBytes += entry.bytesReceived ?? 0;
        sum.frames += entry.framesDecoded ?? 0;
        sum.width = entry.frameWidth ?? sum.width;
        sum.height = entry.frameHeight ?? sum.height;
      }
    } else if (entry.type === 'candidate-pair' && entry.nominated && entry.currentRoundTripTime !== undefined) {
      sum.roundTrip = entry.currentRoundTripTime;
    }
  }
  return sum;
}

/**
 * One word for the stretch between two digests: `good`, `fair`, `poor`, or `none` when nothing came.
 * Also whether pictures came, which tells a camera that is off from one that sends.
 */
export function judge(before, now) {
  const packets = since(before.packets, now.packets);
  const lost = Math.max(now.lost - before.lost, 0);
  const loss = packets + lost > 0 ? lost / (packets + lost) : 0;
  const pictures = since(before.frames, now.frames) > 0;
  const figures = { loss, jitter: now.jitter, roundTrip: now.roundTrip, pictures };
  if (packets <= 0) return { word: 'none', ...figures };
  if (loss > 0.08 || now.jitter > 0.1 || now.roundTrip > 0.6) return { word: 'poor', ...figures };
  if (loss > 0.02 || now.jitter > 0.04 || now.roundTrip > 0.3) return { word: 'fair', ...figures };
  return { word: 'good', ...figures };
}

// After a hold some browsers count from nothing again.
function since(before, now) {
  return now < before ? now : now - before;
}

/** Judges a peer connection every `interval` ms until the signal aborts. */
export function watchQuality(peerConnection, onVerdict, signal, { interval = 2000, timers = globalThis } = {}) {
  let before = null;
  let running = false;
  const timer = timers.setInterval(async () => {
    if (running) return;
    running = true;
    try {
      const now = digest(await peerConnection.getStats());
      if (before && !signal.aborted) onVerdict(judge(before, now));
      before = now;
    } catch {
      // The connection was closed in between.
    } finally {
      running = false;
    }
  }, interval);
  signal.addEventListener('abort', () => timers.clearInterval(timer), { once: true });
}
