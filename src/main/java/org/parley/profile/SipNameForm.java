package org.parley.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Another name in the SIP address.
 *
 * @param user the name wished for
 * @param userPassword the password in use
 */
record SipNameForm(
    @NotBlank(message = "{account.username.missing}") @Pattern(
            regexp = "\\s*|\\s*[A-Za-z0-9][A-Za-z0-9._-]{1,63}\\s*",
            message = "{account.username.form}")
        @Nullable String user,
    @Nullable String userPassword) {

  @Override
  public String toString() {
    return "SipNameForm[]";
  }
}
