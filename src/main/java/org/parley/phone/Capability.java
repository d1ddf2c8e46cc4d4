package org.parley.phone;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody's devices can take. */
public enum Capability {
  /** A call with voice. */
  AUDIO,
  /** A call with picture. */
  VIDEO,
  /** A message while they are there; it waits for a browser otherwise. */
  MESSAGE,
  /** A file in a conversation. */
  FILE,
  /** Seeing a shared screen. */
  SCREEN;

  /**
   * What a device can take, by what it said when it registered.
   *
   * @param isBrowser whether it is one of the portal's pages
   * @param features the parameters of its Contact (RFC 3840)
   * @param allowed its Allow header; empty where there was none
   */
  static Set<Capability> of(boolean isBrowser, String features, String allowed) {
    if (isBrowser) {
      return EnumSet.allOf(Capability.class);
    }
    String tags = ";" + features.toLowerCase(Locale.ROOT).replace(" ", "") + ";";
    String methods = (allowed + "," + methods(tags)).toUpperCase(Locale.ROOT);
    Set<Capability> can = EnumSet.noneOf(Capability.class);
    boolean says = has(tags, "audio") || has(tags, "video");
    // A device that tells nothing of its media is a telephone.
    if (!says || has(tags, "audio")) {
      can.add(AUDIO);
    }
    if (has(tags, "video")) {
      can.add(VIDEO);
      can.add(SCREEN);
    }
    if (methods.contains("MESSAGE")) {
      can.add(MESSAGE);
    }
    return can;
  }

  private static boolean has(String tags, String name) {
    return tags.matches("(?s).*;\\+?(?:sip\\.)?" + name + "(?:=\"?true\"?)?;.*");
  }

  private static String methods(String tags) {
    int begin = tags.indexOf(";methods=\"");
    int end = begin < 0 ? -1 : tags.indexOf('"', begin + 10);
    return end < 0 ? "" : tags.substring(begin + 10, end);
  }
}
