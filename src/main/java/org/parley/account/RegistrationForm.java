package org.parley.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the registration page asks.
 *
 * @param username the sign-in name wished for
 * @param name the name shown to others
 * @param email the mail address, which has to be confirmed
 * @param password checked by {@link PasswordRules}
 */
public record RegistrationForm(
    @NotBlank(message = "{account.username.missing}") @Pattern(
            regexp = "\\s*|\\s*[A-Za-z0-9][A-Za-z0-9._-]{1,63}\\s*",
            message = "{account.username.form}")
        @Nullable String username,
    @PersonName @Nullable String name,
    @MailAddress @Nullable String email,
    @NotBlank(message = "{account.password.missing}") @Nullable String password) {

  @Override
  public String toString() {
    return "RegistrationForm[" + username + "]";
  }
}
