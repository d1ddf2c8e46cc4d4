package org.parley.account;

import java.util.Set;

/** What may go wrong on the way in through somebody else; each has words of its own. */
public final class ProviderProblem {
  private static final Set<String> ALL =
      Set.of(
          "denied",
          "stale",
          "down",
          "failed",
          "again",
          "tooMany",
          "domain",
          "closed",
          "other",
          "taken",
          "pending",
          "shut",
          "elsewhere");

  private ProviderProblem() {}

  /** Whether {@code word}, which anybody may have written into an address, is one of them. */
  public static boolean isOne(String word) {
    return ALL.contains(word);
  }
}
