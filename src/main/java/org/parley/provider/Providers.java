package org.parley.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.common.ProviderSettings;
import org.parley.common.ProviderSettings.Endpoints;
import org.parley.common.ProviderSettings.Kind;
import org.parley.common.Settings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The providers as OAuth knows them. One that publishes its addresses is asked for them when
 * somebody first wants to come in by it, so that one that is down keeps nobody else out.
 */
@Component
public class Providers implements ClientRegistrationRepository {
  /** Where a provider sends people back to, with its identifier behind it. */
  public static final String RETURN = "/login/oauth2/code/";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final Duration KNOWN = Duration.ofHours(1);
  // Many people pressing the button of a provider that is down must not all wait for it.
  private static final Duration UNKNOWN = Duration.ofSeconds(5);

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Settings settings;
  private final ProviderHttp http;
  private final Clock clock;

  Providers(Settings settings, ProviderHttp http, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  private record Answer(@Nullable ClientRegistration registration, Instant until) {}

  /** Whether there is one with this identifier. */
  public boolean has(String id) {
    return settings.providers().find(id).isPresent();
  }

  /**
   * How to speak to the provider; nothing where there is none of this name.
   *
   * @throws ProviderDownException where it does not tell its addresses
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    ProviderSettings.Provider provider = settings.providers().find(id).orElse(null);
    if (provider == null) {
      return null;
    }
    Answer answer = answers.get(id);
    if (answer == null || !answer.until().isAfter(clock.instant())) {
      answer = ask(provider);
      answers.put(id, answer);
    }
    if (answer.registration() == null) {
      throw new ProviderDownException(id);
    }
    return answer.registration();
  }

  private Answer ask(ProviderSettings.Provider provider) {
    try {
      return new Answer(registration(provider), clock.instant().plus(KNOWN));
    } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
      http.log(provider.id(), "does not tell its addresses", e);
      return new Answer(null, clock.instant().plus(UNKNOWN));
    }
  }

  private ClientRegistration registration(ProviderSettings.Provider provider) {
    Endpoints endpoints = provider.endpoints();
    ClientRegistration.Builder builder =
        endpoints == null ? discovered(provider) : told(provider, endpoints);
    return builder
        .registrationId(provider.id())
        .clientName(provider.name())
        .clientId(provider.clientId())
        .clientSecret(provider.clientSecret().reveal())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(
            settings.publicUrl().toString().replaceFirst("/$", "") + RETURN + provider.id())
        .scope(
            provider.kind() == Kind.OAUTH
                ? new String[] {"public_profile", "email"}
                : new String[] {"openid", "profile", "email"})
        .userNameAttributeName(provider.kind() == Kind.OAUTH ? "id" : "sub")
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private ClientRegistration.Builder discovered(ProviderSettings.Provider provider) {
    Map<String, Object> metadata =
        http.client()
            .get()
            .uri(provider.issuer().replaceFirst("/$", "") + DISCOVERY)
            .retrieve()
            .body(new ParameterizedTypeReference<>() {});
    if (metadata == null || !provider.issuer().equals(metadata.get("issuer"))) {
      throw new IllegalStateException("it names another issuer");
    }
    return ClientRegistrations.fromOidcConfiguration(metadata);
  }

  private static ClientRegistration.Builder told(
      ProviderSettings.Provider provider, Endpoints endpoints) {
    ClientRegistration.Builder builder =
        ClientRegistration.withRegistrationId(provider.id())
            .authorizationUri(endpoints.authorization().toString())
            .tokenUri(endpoints.token().toString())
            .clientAuthenticationMethod(
                provider.kind() == Kind.OAUTH
                    ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    if (endpoints.userInfo() != null) {
      builder.userInfoUri(endpoints.userInfo().toString());
    }
    if (endpoints.keys() != null) {
      builder.jwkSetUri(endpoints.keys().toString()).issuerUri(provider.issuer());
    }
    return builder;
  }
}
