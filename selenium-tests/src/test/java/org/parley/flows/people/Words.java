package org.parley.flows.people;

import java.util.UUID;

/** Texts that no other flow and no earlier run has used. */
public final class Words {
  private Words() {}

  /** {@code beginning} with something behind it that is used once. */
  public static String unique(String beginning) {
    return beginning + " " + token();
  }

  /** Eight characters that are used once. */
  public static String token() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
