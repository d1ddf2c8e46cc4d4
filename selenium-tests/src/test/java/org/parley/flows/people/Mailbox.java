package org.parley.flows.people;

import static org.parley.flows.browser.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.json.Json;

/** Somebody's mails, read from the page that keeps what the copy sends. */
public final class Mailbox {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private final String mailUrl;
  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The mails to {@code address}. */
  public Mailbox(Demo demo, String address) {
    this.mailUrl = demo.mailUrl();
    this.address = address;
  }

  /**
   * A mail as its reader sees it.
   *
   * @param subject its subject
   * @param text its words as plain text
   */
  public record Mail(String subject, String text) {
    /** The path of the first address in it. */
    public String link() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new AssertionError("no link in: " + text);
      }
      return link.group().replaceFirst("https?://[^/]+", "");
    }
  }

  /** Waits for a mail with this in its subject or its words; the latest where there are several. */
  public Mail awaitMail(String words) {
    return awaitMail(words, LONGEST);
  }

  /** Waits so long for a mail with this in its subject or its words. */
  public Mail awaitMail(String words, Duration longest) {
    await("a mail to " + address + " about: " + words, longest)
        .until(() -> find(words).isPresent());
    return find(words).orElseThrow();
  }

  /** The latest mail with this in its subject or its words. */
  public Optional<Mail> find(String words) {
    return all().stream()
        .filter(mail -> mail.subject().contains(words) || mail.text().contains(words))
        .reduce((first, last) -> last);
  }

  /** How many mails hold this in their subject or their words. */
  public long countOf(String words) {
    return all().stream()
        .filter(mail -> mail.subject().contains(words) || mail.text().contains(words))
        .count();
  }

  private List<Mail> all() {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(mailUrl + "/email")).build(),
              HttpResponse.BodyHandlers.ofString());
      List<Map<?, ?>> mails =
          new Json().<List<Map<?, ?>>>toType(answer.body(), Json.LIST_OF_MAPS_TYPE);
      return mails.stream()
          .filter(mail -> isToMe((List<?>) mail.get("to")))
          .map(mail -> new Mail(word(mail.get("subject")), word(mail.get("text"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean isToMe(List<?> recipients) {
    return recipients.stream()
        .map(to -> word(((Map<?, ?>) to).get("address")).toLowerCase(Locale.ROOT))
        .anyMatch(address.toLowerCase(Locale.ROOT)::equals);
  }

  private static String word(Object value) {
    return value == null ? "" : value.toString();
  }
}
