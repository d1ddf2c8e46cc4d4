package org.parley.flows.firefox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.openqa.selenium.json.Json;

/** A WebDriver BiDi session: commands go out as JSON with a number, answers come back with it. */
final class BiDi implements WebSocket.Listener, AutoCloseable {
  private static final long ANSWER_SECONDS = 30;

  private final Json json = new Json();
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<Map<String, Object>>> waiting =
      new ConcurrentHashMap<>();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;

  BiDi(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Sends a command and waits for its result. */
  @SuppressWarnings("unchecked")
  Map<String, Object> command(String method, Map<String, Object> parameters) {
    long number = numbers.incrementAndGet();
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    waiting.put(number, answer);
    socket.sendText(
        json.toJson(Map.of("id", number, "method", method, "params", parameters)), true);
    try {
      Map<String, Object> told = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (!"success".equals(told.get("type"))) {
        throw new IllegalStateException(method + ": " + told);
      }
      return (Map<String, Object>) told.get("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no answer to " + method, e);
    } finally {
      waiting.remove(number);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      Map<String, Object> told = json.toType(message.toString(), Json.MAP_TYPE);
      message.setLength(0);
      if (told.get("id") instanceof Number number) {
        CompletableFuture<Map<String, Object>> answer = waiting.get(number.longValue());
        if (answer != null) {
          answer.complete(told);
        }
      }
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
