package org.parley.push;

import java.util.Set;

/**
 * The event streams that are open on this node, for what is true only at this moment: nothing is
 * kept, and a browser that comes back asks how things are instead of being told what it missed.
 */
public interface LiveStreams {
  /** Whose browsers have a stream open here. */
  Set<Long> accounts();

  /**
   * Tells every browser of {@code accountId} that is open here.
   *
   * @param type what it is about
   * @param json what there is to know
   */
  void send(long accountId, String type, String json);
}
