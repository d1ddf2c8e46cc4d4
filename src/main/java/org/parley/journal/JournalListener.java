package org.parley.journal;

/** A feature that writes what it learns from the journal. */
public interface JournalListener {
  /**
   * Takes one event, inside the transaction that also moves the cursor. Events come in the order of
   * their identifiers, which is not quite the order of what happened. An event comes once, and
   * again after a rebuild: then it must put right what was wrong, keep what only people have told
   * the portal (what they have read or seen), and announce nothing that was announced before.
   */
  void on(JournalEvent event);
}
