package org.parley.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/**
 * Google, Facebook and an organisation's provider, as servers that speak their protocols on
 * loopback. Whoever is asked for next says what {@link #tell} was given.
 */
public final class TestProviders {
  private static final TestProviders ALL = new TestProviders();

  private final MockOAuth2Server server = new MockOAuth2Server();
  private final PlainOAuth facebook = new PlainOAuth();
  private final HttpServer moody;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
  private volatile CountDownLatch slow = new CountDownLatch(1);

  /** How the organisation's provider changes codes for tokens. */
  public enum Mood {
    /** As it should. */
    WELL,
    /** It takes longer than anybody waits. */
    SLOW,
    /** With an error of its own. */
    BROKEN
  }

  private volatile HttpHandler picture = exchange -> exchange.sendResponseHeaders(404, -1);

  private TestProviders() {
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
      moody = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    moody.createContext("/token", this::passOn);
    facebook.listen(moody, "/facebook");
    moody.createContext("/picture", exchange -> picture.handle(exchange));
    moody.setExecutor(Executors.newCachedThreadPool(TestProviders::daemon));
    moody.start();
  }

  /** The servers, running. */
  public static TestProviders running() {
    return ALL;
  }

  /** The lines of the settings that lead the portal to them. */
  public List<String> settings(String secretFile) {
    String here = "http://localhost:" + moody.getAddress().getPort();
    String oidc = url("oidc");
    return List.of(
        "parley.oauth.google.client-id=parley",
        "parley.oauth.google.client-secret-file=" + secretFile,
        "parley.oauth.google.issuer=" + url("google"),
        "parley.oauth.facebook.client-id=parley",
        "parley.oauth.facebook.client-secret-file=" + secretFile,
        "parley.oauth.facebook.authorization-uri=" + here + "/facebook/authorize",
        "parley.oauth.facebook.token-uri=" + here + "/facebook/token",
        "parley.oauth.facebook.user-info-uri=" + here + "/facebook/me",
        "parley.oauth.oidc.name=Example ID",
        "parley.oauth.oidc.client-id=parley",
        "parley.oauth.oidc.client-secret-file=" + secretFile,
        "parley.oauth.oidc.issuer=" + oidc,
        "parley.oauth.oidc.authorization-uri=" + oidc + "/authorize",
        "parley.oauth.oidc.token-uri=" + here + "/token",
        "parley.oauth.oidc.jwk-set-uri=" + oidc + "/jwks");
  }

  /** What {@code provider} says of the next person who comes to it. */
  public void tell(String provider, String subject, Map<String, Object> claims) {
    if (provider.equals("facebook")) {
      facebook.tell(claims);
      return;
    }
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(provider, subject, "JWT", List.of("parley"), claims, 3600));
  }

  /** Where pictures of people are, on a host that the settings name. */
  public String picture() {
    return "http://localhost:" + moody.getAddress().getPort() + "/picture";
  }

  /** How {@link #picture()} is answered from now on. */
  public void picture(HttpHandler answer) {
    picture = answer;
  }

  /** How the organisation's provider behaves from now on. */
  public void behave(Mood next) {
    mood.set(next);
    CountDownLatch waiting = slow;
    slow = new CountDownLatch(1);
    waiting.countDown();
  }

  /** What a person's browser is answered at {@code address}: where to go next. */
  public URI visit(String address) throws Exception {
    HttpResponse<Void> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.discarding());
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private String url(String provider) {
    return server.issuerUrl(provider).toString();
  }

  private void passOn(HttpExchange exchange) throws IOException {
    byte[] question = exchange.getRequestBody().readAllBytes();
    try {
      // Until whoever asked has given up and somebody lets it go.
      boolean isLate = mood.get() == Mood.SLOW && !slow.await(20, TimeUnit.SECONDS);
      if (isLate || mood.get() != Mood.WELL) {
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
        return;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url("oidc") + "/token"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(question));
      for (String name : List.of("Content-Type", "Authorization", "Accept")) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "moody-provider");
    thread.setDaemon(true);
    return thread;
  }
}
