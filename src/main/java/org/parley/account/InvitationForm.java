package org.parley.account;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What whoever was invited is asked.
 *
 * @param name the name shown to others
 * @param password checked by {@link PasswordRules}
 */
public record InvitationForm(
    @PersonName @Nullable String name,
    @NotBlank(message = "{account.password.missing}") @Nullable String password) {

  @Override
  public String toString() {
    return "InvitationForm[" + name + "]";
  }
}
