package org.parley.flows.people;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * "Google" and the organisation's own provider, which speak OpenID Connect where the copy expects
 * them: 47 ports above its first one.
 */
public final class Providers implements BeforeAllCallback, AfterAllCallback {
  private static final int PORT = 47;

  private final MockOAuth2Server server = new MockOAuth2Server();

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    int base = URI.create(Demo.load().baseUrl()).getPort();
    server.start(InetAddress.getLoopbackAddress(), base + PORT);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.shutdown();
  }

  /** What {@code provider} says of the next person who comes to it. */
  public void tell(String provider, String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(provider, subject, "JWT", List.of("parley"), claims, 3600));
  }
}
