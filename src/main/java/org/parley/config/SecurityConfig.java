package org.parley.config;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.parley.account.FreshSignIn;
import org.parley.account.SecondStep;
import org.parley.account.Sessions;
import org.parley.account.SignInFilter;
import org.parley.account.SignInListener;
import org.parley.account.SignInService;
import org.parley.account.SignInSuccess;
import org.parley.account.SignInThrottle;
import org.parley.common.ApiRequests;
import org.parley.common.Settings;
import org.parley.factor.FactorFilter;
import org.parley.provider.ArrivalFilter;
import org.parley.provider.ProviderFilter;
import org.parley.provider.ProviderSignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AnonymousConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SecurityContextConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The whole access policy: who may reach which address, and with which headers it is answered. */
@Configuration
@EnableWebSecurity
class SecurityConfig {
  @Bean
  SecurityFilterChain policy(
      HttpSecurity http,
      AuthenticationManager manager,
      SignInThrottle throttle,
      FreshSignIn fresh,
      List<SignInListener> listeners,
      ProviderSignIn providers,
      SecondStep second,
      FactorFilter codes,
      Sessions sessions,
      Settings settings)
      throws Exception {
    SavedPages requests = new SavedPages();
    AuthenticationEntryPoint nobody = signInFirst();
    SignInSuccess on = new SignInSuccess(fresh, listeners, settings);
    on.setRequestCache(requests);
    SignInFilter signIn = wayIn(new SignInFilter(manager, throttle, second), on);
    ProviderFilter answers = wayIn(providers.answers(), on);
    ArrivalFilter links = wayIn(providers.links(), on);
    wayIn(codes, on);

    return http.authorizeHttpRequests(
            access ->
                access
                    .dispatcherTypeMatchers(
                        DispatcherType.FORWARD,
                        DispatcherType.INCLUDE,
                        DispatcherType.ERROR,
                        DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(
                        "/favicon.ico",
                        "/login",
                        "/login/provider/**",
                        "/login/factor/**",
                        "/register/**",
                        "/invitation/**",
                        "/health")
                    .permitAll()
                    .requestMatchers("/verify/**", "/forgot/**", "/reset")
                    .permitAll()
                    .requestMatchers("/admin/**", "/api/admin/**")
                    .hasRole("ADMIN")
                    .anyRequest()
                    .hasAnyRole("EMPLOYEE", "ADMIN"))
        .addFilterAt(signIn, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(providers.start(), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(answers, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(codes, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(links, UsernamePasswordAuthenticationFilter.class)
        .requestCache(cache -> cache.requestCache(requests))
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(nobody)
                    .accessDeniedHandler(new RefusedRequests(nobody)))
        .logout(
            out ->
                out.addLogoutHandler(leave(sessions))
                    .logoutUrl("/logout")
                    .logoutSuccessUrl("/login?out")
                    .deleteCookies(SessionConfig.COOKIE))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .csrf(csrf -> csrf.spa().csrfTokenRepository(new PageTokens()))
        .headers(headers -> headers(headers, settings))
        .build();
  }

  /** The phone of a browser that is signed out is signed out too. */
  private static LogoutHandler leave(Sessions sessions) {
    return (request, response, who) -> {
      HttpSession session = request.getSession(false);
      if (session != null && who != null) {
        sessions.leaving(who.getName(), session.getId());
      }
    };
  }

  /** Whichever way somebody comes in, the same happens then. */
  private static <T extends AbstractAuthenticationProcessingFilter> T wayIn(
      T filter, SignInSuccess on) {
    filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    // Whoever comes in leaves behind what a stranger could have planted: session and token.
    filter.setSessionAuthenticationStrategy(
        new CompositeSessionAuthenticationStrategy(
            List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new PageTokens()))));
    filter.setAuthenticationSuccessHandler(on);
    return filter;
  }

  /** Scripts and styles are the same for everybody: no session, no cookie, no token with them. */
  @Bean
  @Order(1)
  SecurityFilterChain files(HttpSecurity http, Settings settings) {
    return http.securityMatcher("/static/**")
        .csrf(CsrfConfigurer::disable)
        .requestCache(RequestCacheConfigurer::disable)
        .securityContext(SecurityContextConfigurer::disable)
        .sessionManagement(SessionManagementConfigurer::disable)
        .logout(LogoutConfigurer::disable)
        .anonymous(AnonymousConfigurer::disable)
        .headers(headers -> headers(headers, settings).cacheControl(cache -> cache.disable()))
        .build();
  }

  private static HeadersConfigurer<HttpSecurity> headers(
      HeadersConfigurer<HttpSecurity> headers, Settings settings) {
    return headers
        .withObjectPostProcessor(
            new ObjectPostProcessor<HeaderWriterFilter>() {
              @Override
              public <O extends HeaderWriterFilter> O postProcess(O filter) {
                // Tomcat sends what a JSP wrote before the filter would get to add its headers.
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
              }
            })
        .httpStrictTransportSecurity(
            hsts -> {
              if (isPlainHttps(settings)) {
                hsts.includeSubDomains(false);
              } else {
                hsts.disable();
              }
            })
        .contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy(settings)))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy(
                    "camera=(self), microphone=(self), display-capture=(self),"
                        + " geolocation=(self), fullscreen=(self), payment=()"));
  }

  /** What somebody is told who has to sign in first: a script a problem, a person the page. */
  private static AuthenticationEntryPoint signInFirst() {
    ProblemEntryPoint problem = new ProblemEntryPoint();
    LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
    return (request, response, reason) ->
        (ApiRequests.isOne(request) ? problem : page).commence(request, response, reason);
  }

  @Bean
  AuthenticationManager authenticationManager(
      SignInService signIns, PasswordEncoder passwordEncoder) {
    // Hashes also for unknown names, so that the time taken tells nothing.
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(signIns);
    provider.setPasswordEncoder(passwordEncoder);
    // Only who knows the password learns what has become of the account.
    provider.setPreAuthenticationChecks(account -> {});
    provider.setPostAuthenticationChecks(SignInService::requireInUse);
    return new ProviderManager(provider);
  }

  // A browser that heard it would also refuse HTTP on the host's other ports, where a trial runs.
  private static boolean isPlainHttps(Settings settings) {
    int port = settings.publicUrl().getPort();
    return "https".equals(settings.publicUrl().getScheme()) && (port == -1 || port == 443);
  }

  private static String contentPolicy(Settings settings) {
    String host = settings.publicUrl().getAuthority();
    String tiles = settings.map().tileOrigin();
    return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:"
        + (tiles == null ? "" : " " + tiles)
        + "; media-src 'self' blob: mediastream:; connect-src 'self' ws://"
        + host
        + " wss://"
        + host
        + "; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  }
}
