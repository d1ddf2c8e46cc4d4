package org.parley.provider;

import java.time.Clock;
import org.parley.account.SecondStep;
import org.parley.account.SignInService;
import org.parley.common.Settings;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Puts together how people come in through providers; every question to one has its time limit. */
@Component
public class ProviderSignIn {
  private final ProviderHttp http;
  private final ProviderFilter answers;
  private final ArrivalFilter links;
  private final OAuth2AuthorizationRequestRedirectFilter start;

  ProviderSignIn(
      Providers providers,
      ProviderHttp http,
      ProviderService service,
      IdentityReader reader,
      SignInService signIns,
      SecondStep second,
      StartLimit limit,
      Settings settings,
      Clock clock) {
    this.http = http;
    this.answers =
        new ProviderFilter(providers, manager(), service, reader, signIns, second, settings, clock);
    this.links = new ArrivalFilter(service, answers, clock);
    this.start = new OAuth2AuthorizationRequestRedirectFilter(new StartResolver(providers, limit));
    start.setAuthorizationRequestRepository(new Requests());
    start.setAuthenticationFailureHandler(answers::lead);
  }

  /** Sends people to a provider. */
  public OAuth2AuthorizationRequestRedirectFilter start() {
    return start;
  }

  /** Takes a provider's answer. */
  public ProviderFilter answers() {
    return answers;
  }

  /** Takes a mailed link. */
  public ArrivalFilter links() {
    return links;
  }

  private AuthenticationManager manager() {
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(http.tokenClient());
    DefaultOAuth2UserService users = new DefaultOAuth2UserService();
    users.setRestOperations(http.userInfo());
    OidcUserService oidcUsers = new OidcUserService();
    oidcUsers.setOauth2UserService(users);
    OidcAuthorizationCodeAuthenticationProvider oidc =
        new OidcAuthorizationCodeAuthenticationProvider(tokens, oidcUsers);
    oidc.setJwtDecoderFactory(this::decoder);
    return new ProviderManager(new OAuth2LoginAuthenticationProvider(tokens, users), oidc);
  }

  private JwtDecoder decoder(ClientRegistration registration) {
    String keys = registration.getProviderDetails().getJwkSetUri();
    if (keys == null) {
      throw new ProviderDownException(registration.getRegistrationId());
    }
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys).restOperations(http.keys()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
