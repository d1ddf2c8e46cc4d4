package org.parley.flows.browser;

import static org.parley.flows.browser.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a page looks in a window of some width and theme, and who can use it. */
public final class Look {
  // The build installs it (package.json): the same checks that browser extensions run.
  private static final Path AXE = Path.of("../node_modules/axe-core/axe.min.js");
  private static final String CHECK =
      """
      const done = arguments[arguments.length - 1];
      axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
        ({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)),
        (error) => done([String(error)]));
      """;

  private final Browser browser;

  /** Looks through {@code browser}. */
  public Look(Browser browser) {
    this.browser = browser;
  }

  /**
   * Opens a page in a window of that width, light or dark, and waits until it is drawn.
   *
   * @param language what the browser asks for, as in {@code de}
   */
  public void open(String path, int width, String theme, String language) {
    browser.devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    browser.devTools(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    browser.devTools("Network.enable", Map.of());
    browser.devTools(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    browser.open(path);
    await(path + " to be drawn")
        .until(() -> browser.shows("main h1, main h2") && browser.count("[aria-busy=true]") == 0);
  }

  /** What breaks a rule of WCAG 2.2 AA that a program can check (axe-core), a line each. */
  public List<?> violations() {
    try {
      browser.js(Files.readString(AXE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (List<?>) browser.jsAsync(CHECK);
  }

  /** Whether one would have to scroll sideways. */
  public boolean isTooWide() {
    return Boolean.TRUE.equals(
        browser.js("return document.documentElement.scrollWidth > innerWidth"));
  }
}
