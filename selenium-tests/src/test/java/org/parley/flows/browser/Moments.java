package org.parley.flows.browser;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a browser's recorder noted, with the machine's clock. Comparing the notes of two browsers
 * tells how long something took between them, however rarely the test looked.
 */
public final class Moments {
  private final Browser browser;

  /** The notes of the page that is open in {@code browser}. */
  public Moments(Browser browser) {
    this.browser = browser;
  }

  /** The notes since {@code start}, oldest first, as "what". */
  public List<String> since(Instant start) {
    Object notes =
        browser.js(
            "return (window.__flows?.moments ?? []).filter(m => m[0] >= arguments[0]).map(m => m[1])",
            start.toEpochMilli());
    return ((List<?>) notes).stream().map(String::valueOf).toList();
  }

  /** When {@code what} was first noted at or after {@code start}. */
  public Optional<Instant> first(String what, Instant start) {
    Object at =
        browser.js(
            "return (window.__flows?.moments ?? [])"
                + ".find(m => m[0] >= arguments[1] && m[1].startsWith(arguments[0]))?.[0] ?? null",
            what,
            start.toEpochMilli());
    return Optional.ofNullable((Number) at).map(ms -> Instant.ofEpochMilli(ms.longValue()));
  }

  /** Waits until a note begins as given and contains {@code text}, and tells when it was made. */
  public Instant awaitFirstNamed(String beginning, String text, Instant start) {
    AtomicReference<Number> at = new AtomicReference<>();
    await("the page to note '" + text + "'")
        .until(
            () -> {
              at.set(
                  (Number)
                      browser.js(
                          "return (window.__flows?.moments ?? []).find(m => m[0] >= arguments[2]"
                              + " && m[1].startsWith(arguments[0]) && m[1].includes(arguments[1]))"
                              + "?.[0] ?? null",
                          beginning,
                          text,
                          start.toEpochMilli()));
              return at.get() != null;
            });
    return Instant.ofEpochMilli(at.get().longValue());
  }

  /** Waits until {@code what} is noted at or after {@code start}, and tells when it was. */
  public Instant awaitFirst(String what, Instant start) {
    return awaitFirst(what, start, Patience.USUAL);
  }

  /** Waits at most {@code longest} until {@code what} is noted, and tells when it was. */
  public Instant awaitFirst(String what, Instant start, Duration longest) {
    AtomicReference<Optional<Instant>> found = new AtomicReference<>(Optional.empty());
    await("the page to note '" + what + "'", longest)
        .until(
            () -> {
              found.set(first(what, start));
              return found.get().isPresent();
            });
    return found.get().orElseThrow();
  }
}
