package org.parley.common;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By whom else people may come in.
 *
 * @param all those that are set up, in the order of their buttons
 * @param allowedDomains the domains of e-mail addresses that get an account; empty for all
 */
public record ProviderSettings(List<Provider> all, List<String> allowedDomains) {

  /** How a provider says who somebody is. */
  public enum Kind {
    /** The organisation's own OpenID Connect provider: whoever it knows belongs here. */
    ORGANISATION,
    /** An OpenID Connect provider open to everybody. */
    OPEN_ID,
    /** Plain OAuth 2.0: what its address for that tells is all there is. */
    OAUTH
  }

  /**
   * One of them.
   *
   * @param id part of addresses here, such as {@code google}
   * @param name what people call it
   * @param kind how it says who somebody is
   * @param issuer its name for machines; where no endpoints are given, they are asked for there
   * @param clientId what the provider calls this portal
   * @param clientSecret the password for it
   * @param endpoints its addresses where they are set
   */
  public record Provider(
      String id,
      String name,
      Kind kind,
      String issuer,
      String clientId,
      Secret clientSecret,
      @Nullable Endpoints endpoints) {}

  /**
   * A provider's addresses.
   *
   * @param authorization where people are sent
   * @param token where a code is changed for a token
   * @param userInfo where to ask who it is; only OpenID Connect does without
   * @param keys its public keys, for OpenID Connect
   */
  public record Endpoints(
      URI authorization, URI token, @Nullable URI userInfo, @Nullable URI keys) {}

  /** The one with this identifier. */
  public Optional<Provider> find(String id) {
    return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /** Whether an account may be made for this e-mail address. */
  public boolean allows(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return allowedDomains.isEmpty() || allowedDomains.contains(domain);
  }
}
