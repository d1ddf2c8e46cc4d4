package org.parley.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new password by a mailed link.
 *
 * @param token what stood in the link
 * @param answer to the secret question, where there is one
 * @param next the new password
 */
record ResetForm(
    @Nullable String token,
    @Size(max = 200, message = "{account.question.answerLong}") @Nullable String answer,
    @NotBlank(message = "{account.password.missing}") @Nullable String next) {

  @Override
  public String toString() {
    return "ResetForm[]";
  }
}
