package org.parley.account;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * A mail address and nothing else.
 *
 * @param email the address
 */
record AddressForm(
    @NotBlank(message = "{account.email.missing}") @MailAddress @Nullable String email) {}
