package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Begins a sign-in by a provider, or the linking of one: that wants the word that the page of
 * settings was given, so that no other site can begin it.
 */
final class StartResolver implements OAuth2AuthorizationRequestResolver {
  /** The attribute of what was asked that holds the account to be linked. */
  static final String LINK = "org.parley.link";

  static final String START = "/oauth2/authorization";

  private final RequestMatcher start =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, START + "/{id}");
  private final Providers providers;
  private final StartLimit limit;
  private final OAuth2AuthorizationRequestResolver resolver;

  StartResolver(Providers providers, StartLimit limit) {
    this.providers = providers;
    this.limit = limit;
    // It adds state, nonce (OpenID Connect) and the PKCE challenge.
    this.resolver = new DefaultOAuth2AuthorizationRequestResolver(providers, START);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    RequestMatcher.MatchResult match = start.matcher(request);
    String id = match.getVariables().get("id");
    if (!match.isMatch() || id == null || !providers.has(id)) {
      return null; // Not ours to answer: the policy does, as for any other address.
    }
    limit.count(request.getRemoteAddr());
    OAuth2AuthorizationRequest asked = resolver.resolve(request, id);
    if (asked == null || !LinkWord.isGiven(request)) {
      return asked;
    }
    return Requests.here()
        .map(
            user ->
                OAuth2AuthorizationRequest.from(asked)
                    .attributes(attributes -> attributes.put(LINK, user.id()))
                    .build())
        .orElse(asked);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registrationId) {
    return resolver.resolve(request, registrationId);
  }
}
