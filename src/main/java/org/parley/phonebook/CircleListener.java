package org.parley.phonebook;

/**
 * A feature that shows something to an owner's contacts only, or hides it from those they block.
 * Told in the transaction that changes it.
 */
public interface CircleListener {
  /** {@code owner} has put a colleague into their phonebook, or taken one out. */
  void contactsChanged(long owner);

  /** {@code owner} blocks a colleague, or blocks one no more. */
  void blocksChanged(long owner);
}
