package org.parley.flows.people;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.json.Json;

/**
 * "Facebook", which speaks OAuth 2.0 (RFC 6749) where the copy expects it, 46 ports above its first
 * one, and which can be in a bad mood.
 */
public final class Facebook implements BeforeAllCallback, AfterAllCallback {
  private static final int PORT = 46;

  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private ExecutorService threads;
  private CountDownLatch over;
  private HttpServer server;
  private volatile Mood mood = Mood.WELL;
  private volatile Map<String, Object> next = Map.of();

  /** What happens to whoever comes. */
  public enum Mood {
    /** They are let in. */
    WELL,
    /** They do not agree to it. */
    DENIED,
    /** They are sent back with a state that nobody asked with. */
    WRONG_STATE,
    /** They took so long that their code is worth nothing. */
    EXPIRED_CODE,
    /** The server behind the page is in trouble. */
    DOWN,
    /** It does not answer. */
    SLOW
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    threads = Executors.newCachedThreadPool();
    over = new CountDownLatch(1);
    int base = URI.create(Demo.load().baseUrl()).getPort();
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + PORT), 0);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/me", this::me);
    server.createContext("/picture", this::picture);
    server.setExecutor(threads);
    server.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** Who comes next, and how that goes. */
  public void tell(Mood mood, Map<String, Object> person) {
    this.mood = mood;
    this.next = person;
  }

  /** Where everybody's picture is. */
  public String picture() {
    return "http://localhost:" + server.getAddress().getPort() + "/picture";
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = pairs(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    people.put(code, next);
    String answer = mood == Mood.DENIED ? "error=access_denied" : "code=" + code;
    String state = mood == Mood.WRONG_STATE ? "of-somebody-else" : asked.get("state");
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri")
                + "?"
                + answer
                + "&state="
                + java.net.URLEncoder.encode(state, StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String code =
        pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
            .get("code");
    switch (mood) {
      case SLOW -> {
        try {
          // Whoever asks has given up long before.
          over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        exchange.close();
      }
      case DOWN -> answer(exchange, 503, Map.of());
      case EXPIRED_CODE -> answer(exchange, 400, Map.of("error", "invalid_grant"));
      default ->
          answer(
              exchange,
              200,
              Map.of("access_token", code, "token_type", "bearer", "expires_in", 60));
    }
  }

  private void me(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
    answer(exchange, 200, people.getOrDefault(token, Map.of()));
  }

  private void picture(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
    exchange.sendResponseHeaders(200, jpeg.size());
    exchange.getResponseBody().write(jpeg.toByteArray());
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] json = new Json().toJson(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  private static Map<String, String> pairs(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
