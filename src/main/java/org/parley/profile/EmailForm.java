package org.parley.profile;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.parley.account.MailAddress;

/**
 * Another mail address.
 *
 * @param email the address wished for
 * @param emailPassword the password in use
 */
record EmailForm(
    @NotBlank(message = "{account.email.missing}") @MailAddress @Nullable String email,
    @Nullable String emailPassword) {

  @Override
  public String toString() {
    return "EmailForm[]";
  }
}
