package org.parley.provider;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.ProviderSettings;
import org.parley.common.ProviderSettings.Kind;
import org.parley.common.Settings;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Reads from what a provider tells whom it means. */
@Component
class IdentityReader {
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]+");

  // Google tells of a picture of 96 pixels and has it in any size.
  private static final Pattern GOOGLE_SIZE =
      Pattern.compile("(?<=^https://[a-z0-9]{1,8}\\.googleusercontent\\.com/.{1,1500})=s\\d+-c$");

  private final Settings settings;

  IdentityReader(Settings settings) {
    this.settings = settings;
  }

  Identity read(ProviderSettings.Provider provider, OAuth2User user) {
    Map<String, Object> told = user.getAttributes();
    String email = email(told.get("email"));
    boolean verified =
        user instanceof OidcUser
            ? Boolean.TRUE.equals(told.get("email_verified"))
                || "true".equals(told.get("email_verified"))
            : email != null && tellsOwnAddresses(provider);
    return new Identity(
        provider.id(),
        provider.issuer(),
        user.getName(),
        email,
        email != null && verified,
        Objects.toString(told.get("name"), ""),
        picture(told.get("picture")));
  }

  // OpenID Connect tells an address; Facebook tells it two levels deep, also of its own silhouette.
  private static @Nullable String picture(@Nullable Object told) {
    if (told instanceof Map<?, ?> outer && outer.get("data") instanceof Map<?, ?> data) {
      return Boolean.TRUE.equals(data.get("is_silhouette")) ? null : picture(data.get("url"));
    }
    return told instanceof String || told instanceof java.net.URL
        ? GOOGLE_SIZE.matcher(told.toString()).replaceFirst("=s512-c")
        : null;
  }

  // Facebook tells an address only after its owner has shown that it is theirs, but promises it
  // nowhere: good enough for an account like any other, not for one that an address entitles to.
  private boolean tellsOwnAddresses(ProviderSettings.Provider provider) {
    return provider.kind() == Kind.OAUTH && settings.providers().allowedDomains().isEmpty();
  }

  /** {@code told} as an address, or nothing where it is none. */
  static @Nullable String email(@Nullable Object told) {
    if (told == null) {
      return null;
    }
    String text = told.toString().strip();
    return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches() ? text : null;
  }
}
