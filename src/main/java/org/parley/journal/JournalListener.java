package org.parley.journal;

import java.util.List;

/** A feature that writes what it learns from the journal. */
public interface JournalListener {
  /**
   * Takes events, inside the transaction that also moves the cursor. They come in the order of
   * their identifiers, which is not quite the order of what happened. An event comes once, and
   * again after a rebuild: then it must put right what was wrong, keep what only people have told
   * the portal (what they have read or seen), and announce nothing that was announced before.
   *
   * <p>There may be hundreds: look up what they need together, and write it together. Whoever
   * throws because of one of them gets each by itself afterwards.
   */
  void on(List<JournalEvent> events);
}
