/** Reading session descriptions, as little as is needed. */

/** `[{kind, direction, port}]`, one for each m-line. */
export function mediaLines(sdp) {
  return sdp
    .split(/\r?\n(?=m=)/)
    .slice(1)
    .map((section) => {
      const [, kind, port] = /^m=(\w+) (\d+)/.exec(section) ?? [null, '', '0'];
      const direction = /(?:^|\n)a=(sendrecv|sendonly|recvonly|inactive)\b/.exec(section);
      return { kind, port: Number(port), direction: direction ? direction[1] : 'sendrecv' };
    });
}

const SENDS = new Set(['sendrecv', 'sendonly']);
const RECEIVES = new Set(['sendrecv', 'recvonly']);

/**
 * Whether the other side holds: it wants none of our media, though we had some to give.
 * @param {string} remote its description
 * @param {string|null} ours the offer that it answers; null when it offered
 */
export function isHeldBy(remote, ours = null) {
  const lines = mediaLines(remote);
  const offered = ours === null ? null : mediaLines(ours);
  const wanted = lines
    .map((line, index) => ({ ...line, weSend: !offered || SENDS.has(offered[index]?.direction) }))
    .filter((line) => line.port > 0 && (line.kind === 'audio' || line.kind === 'video') && line.weSend);
  return wanted.length > 0 && wanted.every((line) => !RECEIVES.has(line.direction));
}

/** Whether a description sends a medium. */
export function sends(sdp, kind) {
  return mediaLines(sdp).some((line) => line.kind === kind && line.port > 0 && SENDS.has(line.direction));
}
