package org.parley.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whose password was forgotten.
 *
 * @param who the sign-in name or the mail address
 */
record ForgotForm(
    @NotBlank(message = "{account.forgot.missing}") @Size(max = 254, message = "{account.forgot.missing}") @Nullable String who) {}
