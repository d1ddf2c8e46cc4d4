package org.parley.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.common.ProviderSettings;
import org.parley.common.ProviderSettings.Endpoints;
import org.parley.common.ProviderSettings.Kind;

/** Reads the settings of sign-in by others: a provider is there where its client id is set. */
final class ProviderSettingsLoader {
  private static final String GRAPH = "https://graph.facebook.com/v23.0";

  private final SettingsLoader settings;

  ProviderSettingsLoader(SettingsLoader settings) {
    this.settings = settings;
  }

  ProviderSettings load() {
    List<ProviderSettings.Provider> all = new ArrayList<>();
    openId("oidc", Kind.ORGANISATION, settings.text("parley.oauth.oidc.name", "OpenID"), null, all);
    openId("google", Kind.OPEN_ID, "Google", "https://accounts.google.com", all);
    facebook(all);
    List<String> domains =
        Arrays.stream(settings.text("parley.oauth.allowed-domains", "").split("[,\\s]+"))
            .filter(domain -> !domain.isEmpty())
            .map(domain -> domain.toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
            .toList();
    return new ProviderSettings(List.copyOf(all), domains);
  }

  private void openId(
      String id,
      Kind kind,
      String name,
      @Nullable String issuer,
      List<ProviderSettings.Provider> all) {
    String key = "parley.oauth." + id + ".";
    String clientId = settings.find(key + "client-id");
    if (clientId == null) {
      return;
    }
    String named =
        issuer == null ? settings.required(key + "issuer") : settings.text(key + "issuer", issuer);
    URI authorization = uri(key + "authorization-uri");
    Endpoints endpoints = null;
    if (authorization != null) {
      endpoints =
          new Endpoints(
              authorization,
              needed(key + "token-uri"),
              uri(key + "user-info-uri"),
              needed(key + "jwk-set-uri"));
    }
    all.add(
        new ProviderSettings.Provider(
            id,
            name,
            kind,
            named,
            clientId,
            settings.secretFile(key + "client-secret-file"),
            endpoints));
  }

  private void facebook(List<ProviderSettings.Provider> all) {
    String key = "parley.oauth.facebook.";
    String clientId = settings.find(key + "client-id");
    if (clientId == null) {
      return;
    }
    Endpoints endpoints =
        new Endpoints(
            URI.create(
                settings.text(
                    key + "authorization-uri", "https://www.facebook.com/v23.0/dialog/oauth")),
            URI.create(settings.text(key + "token-uri", GRAPH + "/oauth/access_token")),
            URI.create(
                settings.text(
                    key + "user-info-uri",
                    GRAPH + "/me?fields=id,name,email,picture.width(512).height(512)")),
            null);
    all.add(
        new ProviderSettings.Provider(
            "facebook",
            "Facebook",
            Kind.OAUTH,
            "https://www.facebook.com",
            clientId,
            settings.secretFile(key + "client-secret-file"),
            endpoints));
  }

  private URI needed(String key) {
    return settings.uri(key, settings.required(key));
  }

  private @Nullable URI uri(String key) {
    String value = settings.find(key);
    return value == null ? null : settings.uri(key, value);
  }
}
