// What stands in the way of a button: somebody whose devices cannot take what it begins.

/** A key of the texts, or null; `can` is null where nobody knows. A message is never in vain: it waits. */
export function obstacle(can, { call = false, video = false, write = false }) {
  if (!can) return null;
  if (call && !can.includes('audio')) return 'audio';
  if (call && video && !can.includes('video')) return 'video';
  return write && !can.includes('message') ? 'message' : null;
}
