package org.parley.messages;

import java.util.Locale;

/** How far a message has come; it only goes forward. */
public enum MessageState {
  /** Durable, and nowhere else yet. */
  SENT,
  /** A device of the recipient has it. */
  DELIVERED,
  /** The recipient has seen it. */
  READ;

  /** The word that browsers know it by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
