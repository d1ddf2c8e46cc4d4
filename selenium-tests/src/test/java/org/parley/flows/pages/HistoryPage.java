package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.parley.flows.browser.Browser;

/** The calls somebody made, took and missed. */
public final class HistoryPage {
  private static final String CALLS =
      "const done = arguments[arguments.length - 1]; fetch('/api/history?limit=50')"
          + ".then(r => r.ok ? r.json() : { calls: [] }).then(j => done(j.calls))"
          + ".catch(() => done([]))";

  private final Browser browser;

  /** The history as {@code browser} shows it. */
  public HistoryPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens it by its address. */
  public HistoryPage open() {
    browser.open("/history");
    await("the history").until(() -> browser.shows("#main[data-page=history]"));
    return this;
  }

  /** One call as the server tells it. */
  public record Entry(long id, String kind, String user, long seconds) {}

  /** The newest calls, newest first. */
  public List<Entry> newest() {
    return ((List<?>) browser.jsAsync(CALLS))
        .stream().map(call -> entry((Map<?, ?>) call)).toList();
  }

  /** The number of the newest call, to tell later ones from earlier ones. */
  public long mark() {
    return newest().stream().mapToLong(Entry::id).max().orElse(0);
  }

  /** The calls after {@code mark}, newest first. */
  public List<Entry> since(long mark) {
    return newest().stream().filter(entry -> entry.id() > mark).toList();
  }

  /** Waits until exactly one call came after {@code mark}, with this kind and person. */
  public void awaitOnly(long mark, String kind, String user) {
    await(kind + " call with " + user + " and no other", Duration.ofSeconds(20))
        .until(
            () -> {
              List<Entry> calls = since(mark);
              return calls.size() == 1
                  && calls.get(0).kind().equals(kind)
                  && calls.get(0).user().equals(user);
            });
  }

  /** Waits until the rail counts calls that were missed. */
  public void awaitMissedBadge() {
    await("a count of missed calls on the rail")
        .until(() -> browser.text("[data-badge=missed]").matches(".*[1-9].*"));
  }

  /** Waits until the page shows at its top a call after {@code mark}, of this kind and person. */
  public void awaitTop(long mark, String kind, String user) {
    await("a " + kind + " call with " + user + " at the top")
        .until(
            () ->
                top("data-kind").equals(kind)
                    && top("data-user").equals(user)
                    && Long.parseLong(top("data-id")) > mark);
  }

  /** Calls the person of the call at the top. */
  public void callBack() {
    browser.click("[data-testid=history-item] [data-call]:not([data-video=true])");
  }

  private String top(String attribute) {
    return browser.attribute("[data-testid=history-item]", attribute);
  }

  private static Entry entry(Map<?, ?> call) {
    Object seconds = call.get("durationSeconds");
    return new Entry(
        ((Number) call.get("id")).longValue(),
        String.valueOf(call.get("kind")),
        String.valueOf(call.get("user")),
        seconds == null ? 0 : ((Number) seconds).longValue());
  }
}
