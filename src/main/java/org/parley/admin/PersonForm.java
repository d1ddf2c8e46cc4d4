package org.parley.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountAdministration.NewPerson;
import org.parley.account.PersonName;
import org.parley.account.Role;

/**
 * Somebody to make an account for.
 *
 * @param username the sign-in name
 * @param name the name shown to others
 * @param email the mail address; needed for an invitation
 * @param role the name of a {@link Role}
 * @param how {@code invite} by mail, or {@code password} made here
 * @param language the language of the invitation; another than there are means the organisation's
 */
public record PersonForm(
    @NotBlank(message = "{account.username.missing}") @Pattern(
            regexp = "\\s*|\\s*[A-Za-z0-9][A-Za-z0-9._-]{1,63}\\s*",
            message = "{account.username.form}")
        @Nullable String username,
    @PersonName @Nullable String name,
    @Size(max = 254, message = "{admin.people.email.form}") @Pattern(
            regexp = "\\s*|\\s*" + PersonForm.EMAIL + "\\s*",
            message = "{admin.people.email.form}")
        @Nullable String email,
    @Nullable String role,
    @Nullable String how,
    @Nullable String language) {
  /** What a mail address looks like; whether it is one, a mail to it tells. */
  static final String EMAIL = "[^\\s@<>\"(),:;\\\\\\[\\]]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+";

  boolean isInvitation() {
    return !"password".equals(how);
  }

  NewPerson person() {
    return new NewPerson(
        Objects.requireNonNull(username).strip().toLowerCase(Locale.ROOT),
        Objects.requireNonNull(name).strip(),
        email == null ? "" : email.strip(),
        "ADMIN".equals(role) ? Role.ADMIN : Role.EMPLOYEE,
        language);
  }
}
