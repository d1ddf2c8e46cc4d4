package org.parley.profile;

import org.jspecify.annotations.Nullable;

/**
 * The end of an account.
 *
 * @param closePassword the password in use
 */
record CloseForm(@Nullable String closePassword) {

  @Override
  public String toString() {
    return "CloseForm[]";
  }
}
