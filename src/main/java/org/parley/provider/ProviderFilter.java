package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.parley.account.PendingUser;
import org.parley.account.PortalUser;
import org.parley.account.SecondStep;
import org.parley.account.SignInService;
import org.parley.account.UsernameTakenException;
import org.parley.common.ProviderSettings;
import org.parley.common.Settings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;

/**
 * Takes a provider's answer. Spring Security proves whom it means; here that becomes an account, or
 * the next step to one.
 */
public final class ProviderFilter extends OAuth2LoginAuthenticationFilter {
  private final ProviderService service;
  private final IdentityReader reader;
  private final SignInService signIns;
  private final SecondStep second;
  private final Settings settings;
  private final Clock clock;

  ProviderFilter(
      Providers providers,
      AuthenticationManager manager,
      ProviderService service,
      IdentityReader reader,
      SignInService signIns,
      SecondStep second,
      Settings settings,
      Clock clock) {
    super(providers, NoTokens.INSTANCE, Providers.RETURN + "*");
    this.service = service;
    this.reader = reader;
    this.signIns = signIns;
    this.second = second;
    this.settings = settings;
    this.clock = clock;
    setAuthenticationManager(manager);
    setAuthorizationRequestRepository(new Requests());
    setAuthenticationFailureHandler(this::lead);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthenticationToken told;
    try {
      told = (OAuth2AuthenticationToken) super.attemptAuthentication(request, response);
    } catch (ProviderDownException e) {
      throw Turn.problem("down", linking(request));
    } catch (RuntimeException e) {
      throw Turn.of(e, linking(request));
    }
    ProviderSettings.Provider provider =
        settings.providers().find(told.getAuthorizedClientRegistrationId()).orElseThrow();
    Identity identity = reader.read(provider, told.getPrincipal());
    Long link = linking(request) ? (Long) asked(request, StartResolver.LINK) : null;
    return link == null ? signIn(identity, request) : link(link, identity);
  }

  private Authentication link(long accountId, Identity identity) {
    // Whoever signed out meanwhile, or in as somebody else, did not ask for this.
    if (Requests.here().filter(user -> user.id() == accountId).isEmpty()) {
      throw Turn.problem("stale", false);
    }
    try {
      throw service.link(accountId, identity) ? Turn.linked() : Turn.problem("taken", true);
    } catch (DataIntegrityViolationException e) {
      throw Turn.problem("taken", true);
    }
  }

  private Authentication signIn(Identity identity, HttpServletRequest request) {
    Arrival arrival;
    try {
      arrival = service.arrive(identity);
    } catch (UsernameTakenException | DataIntegrityViolationException e) {
      throw Turn.problem("again", false); // Somebody else was quicker, maybe the same person.
    }
    if (arrival instanceof Arrival.Known known) {
      return in(known.accountId(), request);
    }
    if (arrival instanceof Arrival.Refused refused) {
      throw Turn.problem(refused.why(), false);
    }
    Long owner = null;
    String address = identity.email();
    if (arrival instanceof Arrival.NeedsOwner needs) {
      owner = needs.accountId();
      address = needs.address();
    }
    new PendingArrival(identity, owner, address, null, clock.instant().plus(Requests.PATIENCE))
        .keepIn(request.getSession());
    throw Turn.onwards();
  }

  /** The sign-in of an account without a password having been asked for. */
  Authentication in(long accountId, HttpServletRequest request) {
    PortalUser user = signIns.userOf(accountId);
    if (second.isNeeded(user, request)) {
      return PendingUser.of(user);
    }
    return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
  }

  private static boolean linking(HttpServletRequest request) {
    return asked(request, StartResolver.LINK) != null;
  }

  private static @org.jspecify.annotations.Nullable Object asked(
      HttpServletRequest request, String attribute) {
    return Requests.asked(request).map(asked -> asked.getAttributes().get(attribute)).orElse(null);
  }

  /** Leads on whoever is not in, or not yet. */
  void lead(
      HttpServletRequest request,
      HttpServletResponse response,
      org.springframework.security.core.AuthenticationException reason)
      throws IOException {
    String target = reason instanceof Turn turn ? turn.target() : Turn.of(reason, false).target();
    response.sendRedirect(request.getContextPath() + target);
  }
}
