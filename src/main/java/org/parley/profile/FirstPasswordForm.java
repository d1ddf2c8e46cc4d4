package org.parley.profile;

import org.jspecify.annotations.Nullable;

/**
 * A password for somebody who has none.
 *
 * @param next the one wished for
 */
record FirstPasswordForm(@Nullable String next) {
  @Override
  public String toString() {
    return "FirstPasswordForm[]";
  }
}
