package org.parley.profile;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * A change of password.
 *
 * @param current the password in use
 * @param next the one wished for
 */
record PasswordForm(
    @NotBlank(message = "{account.password.currentMissing}") @Nullable String current,
    @NotBlank(message = "{account.password.missing}") @Nullable String next) {

  @Override
  public String toString() {
    return "PasswordForm[]";
  }
}
