package org.parley.flows.firefox;

import static org.parley.flows.browser.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.flows.browser.Profile;
import org.parley.flows.browser.Recorder;

/**
 * One headless Firefox with a profile of its own, a camera that shows colours and a humming
 * microphone.
 */
public final class Firefox implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
  private static final Duration LONGEST_START = Duration.ofSeconds(40);
  private static final Map<String, Object> PREFERENCES =
      Map.of(
          "media.navigator.streams.fake", true,
          "media.navigator.permission.disabled", true,
          "media.autoplay.default", 0,
          // A machine without a network has no other interface.
          "media.peerconnection.ice.loopback", true,
          "media.peerconnection.ice.obfuscate_host_addresses", false,
          "media.gmp-manager.updateEnabled", false,
          "app.update.enabled", false,
          "network.captive-portal-service.enabled", false,
          "datareporting.policy.dataSubmissionEnabled", false);

  private static final String RISES =
      """
      (async () => {
        const now = { framesDecoded: 0, bytesReceived: 0 };
        for (const peer of window.__flows.peers.filter((p) => p.connectionState !== 'closed')) {
          for (const stat of (await peer.getStats()).values()) {
            if (stat.type !== 'inbound-rtp') continue;
            now.framesDecoded += stat.framesDecoded ?? 0;
            if (stat.kind === 'audio') now.bytesReceived += stat.bytesReceived ?? 0;
          }
        }
        window.__before ??= now;
        return Object.keys(now).every((key) => now[key] > window.__before[key]);
      })()
      """;

  private final Profile profile = new Profile();
  private final String baseUrl;
  private final Process process;
  private final BiDi bidi;
  private final String tab;

  /** Starts one that knows the portal at {@code baseUrl}. */
  public Firefox(String baseUrl) {
    this.baseUrl = baseUrl;
    Path log = profile.folder().resolve("firefox.log");
    try {
      Files.writeString(profile.folder().resolve("user.js"), preferences());
      process =
          new ProcessBuilder(
                  "firefox-esr",
                  "--headless",
                  "--no-remote",
                  "--profile",
                  profile.folder().toString(),
                  "--remote-debugging-port",
                  "0")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bidi = new BiDi(URI.create(address(log) + "/session"));
    bidi.command("session.new", Map.of("capabilities", Map.of()));
    bidi.command(
        "script.addPreloadScript",
        Map.of("functionDeclaration", "() => {" + Recorder.source() + "}"));
    tab = firstTab();
  }

  /** Opens a path of the portal. */
  public void open(String path) {
    bidi.command(
        "browsingContext.navigate",
        Map.of("context", tab, "url", baseUrl + path, "wait", "complete"));
  }

  /** What an expression is in the page, as text; a promise is waited for. */
  public String js(String expression) {
    Map<String, Object> answer =
        bidi.command(
            "script.evaluate",
            Map.of(
                "expression", expression, "target", Map.of("context", tab), "awaitPromise", true));
    if (!(answer.get("result") instanceof Map<?, ?> result)) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return String.valueOf(result.get("value"));
  }

  /** Waits until an expression is true in the page. */
  public void awaitTrue(String what, String expression) {
    await(what, LONGEST_START)
        .ignoreException(IllegalStateException.class)
        .until(() -> "true".equals(js(expression)));
  }

  /** Waits until more pictures and more sound have come from the other side than now. */
  public void awaitPictureAndSound() {
    js("window.__before = undefined");
    awaitTrue("more pictures and more sound in Firefox", RISES);
  }

  /** Types into a field and presses Enter there. */
  public void type(String css, String text, boolean enter) {
    js("document.querySelector(" + quoted(css) + ").focus()");
    List<Map<String, Object>> keys = new ArrayList<>();
    text.codePoints().mapToObj(Character::toString).forEach(key -> press(keys, key));
    if (enter) {
      press(keys, "\uE007");
    }
    bidi.command(
        "input.performActions",
        Map.of(
            "context",
            tab,
            "actions",
            List.of(Map.of("type", "key", "id", "keyboard", "actions", keys))));
  }

  /** Clicks the first element that matches, as soon as it is shown. */
  public void click(String css) {
    String element = "document.querySelector(" + quoted(css) + ")";
    awaitTrue(css, element + "?.checkVisibility() && !" + element + ".disabled");
    js(element + ".click()");
  }

  @Override
  public void close() {
    bidi.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
    profile.close();
  }

  private String firstTab() {
    List<?> tabs = (List<?>) bidi.command("browsingContext.getTree", Map.of()).get("contexts");
    return (String) ((Map<?, ?>) tabs.get(0)).get("context");
  }

  private static String address(Path log) {
    StringBuilder address = new StringBuilder();
    await("Firefox to listen", LONGEST_START)
        .until(
            () -> {
              Matcher line = LISTENING.matcher(Files.readString(log));
              return line.find() && !address.append(line.group(1)).isEmpty();
            });
    return address.toString();
  }

  private static void press(List<Map<String, Object>> keys, String key) {
    keys.add(Map.of("type", "keyDown", "value", key));
    keys.add(Map.of("type", "keyUp", "value", key));
  }

  private static String preferences() {
    StringBuilder text = new StringBuilder();
    PREFERENCES.forEach(
        (name, value) -> text.append("user_pref(\"%s\", %s);%n".formatted(name, value)));
    return text.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'") + "'";
  }
}
