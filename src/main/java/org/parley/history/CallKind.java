package org.parley.history;

import java.util.Locale;
import java.util.Optional;

/** What a call was for one of its people. */
public enum CallKind {
  /** I was called and answered. */
  INCOMING,
  /** I called. */
  OUTGOING,
  /** I was called and did not answer. */
  MISSED,
  /** The person called said no. */
  DECLINED,
  /** I called and could not get through. */
  FAILED,
  /** I was called and answered on another device than the one that asks; never stored. */
  ELSEWHERE;

  /** The word that addresses and browsers know it by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #word()}. */
  public static Optional<CallKind> of(String word) {
    for (CallKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
