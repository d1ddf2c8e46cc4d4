package org.parley.admin;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.parley.account.MailAddress;

/**
 * A test of the mail settings.
 *
 * @param to where the test is sent
 */
record MailTestForm(
    @NotBlank(message = "{account.email.missing}") @MailAddress @Nullable String to) {}
