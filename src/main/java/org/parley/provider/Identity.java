package org.parley.provider;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider says somebody is.
 *
 * @param provider which provider of the settings said it
 * @param issuer the provider's name for machines
 * @param subject who it is there, for good
 * @param email the e-mail address, where one is told
 * @param verified whether it is known to be theirs
 * @param name what they are called; empty where that is not told
 * @param picture where there is a picture of them, as it was told; none where it was not
 */
public record Identity(
    String provider,
    String issuer,
    String subject,
    @Nullable String email,
    boolean verified,
    String name,
    @Nullable String picture)
    implements Serializable {

  /** The same person, with an address that has been shown to be theirs. */
  Identity withVerified(String address) {
    return new Identity(provider, issuer, subject, address, true, name, picture);
  }
}
