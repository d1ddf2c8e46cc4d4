package org.parley.presence;

import java.util.Locale;

/** How somebody is, in one word. */
public enum Word {
  /** There, and free. */
  AVAILABLE,
  /** There, and busy with something else. */
  BUSY,
  /** In a call. */
  IN_CALL,
  /** In a call with a conference. */
  CONFERENCE,
  /** There, but nobody has touched the keyboard for a while, or they say so. */
  AWAY,
  /** There, and not to be disturbed: calls do not ring. */
  DND,
  /** There, and shown as offline to everybody else; only they themselves ever see this word. */
  INVISIBLE,
  /** Not there, or not to be seen. */
  OFFLINE,
  /** Nobody can say: the SIP core is silent. */
  UNKNOWN;

  /** As pages, scripts and the SIP core write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what the SIP core wrote; a word of a newer core is nobody's lie. */
  static Word of(String text) {
    for (Word word : values()) {
      if (word.text().equals(text)) {
        return word;
      }
    }
    return UNKNOWN;
  }
}
