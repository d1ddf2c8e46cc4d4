package org.parley.account;

import org.parley.common.ProviderSettings;
import org.springframework.validation.Errors;

/**
 * Mail addresses of domains that get no account here. One list counts for every way by which
 * somebody comes in or changes who they are: providers, registration, another address. Only
 * administrators may invite whom they want.
 */
public final class ForeignAddress {
  private ForeignAddress() {}

  /** Tells beside {@code field} if an account must not have {@code address}. */
  public static void reject(
      ProviderSettings settings, String address, String field, Errors errors) {
    if (settings.allowedDomains().isEmpty() || errors.hasFieldErrors(field)) {
      return;
    }
    if (!settings.allows(address.strip())) {
      errors.rejectValue(
          field,
          "account.email.domain",
          new Object[] {String.join(", ", settings.allowedDomains())},
          null);
    }
  }
}
