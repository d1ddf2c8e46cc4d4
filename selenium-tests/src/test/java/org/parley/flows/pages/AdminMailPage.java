package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.parley.flows.browser.Browser;

/** Where administrators see what became of mails. */
public final class AdminMailPage {
  private static final String TEST = "[data-testid=mail-test]";
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Browser browser;

  /** The page as {@code browser} shows it. */
  public AdminMailPage(Browser browser) {
    this.browser = browser;
  }

  /** Goes there. */
  public AdminMailPage open() {
    browser.open("/admin/mail");
    await("the mails").until(() -> browser.shows("[data-testid=mail-send-test]"));
    return this;
  }

  /** The server that is written there. */
  public String server() {
    return value("#f-host");
  }

  /** The port that is written there. */
  public String port() {
    return value("#f-port");
  }

  /** The sender that is written there. */
  public String sender() {
    return value("#f-from");
  }

  /** Writes another port. */
  public void writePort(String port) {
    browser.type("#f-port", port);
  }

  /** Writes another sender. */
  public void writeSender(String address) {
    browser.type("#f-from", address);
  }

  /** Tries what is written, and reads what came of it. */
  public String sendTest(String address) {
    browser.type("#f-to", address);
    // That of the test before, if there was one.
    browser.js("document.querySelector(arguments[0])?.remove()", TEST);
    browser.click("[data-testid=mail-send-test]");
    await("the result of the test", LONGEST).until(() -> browser.shows(TEST));
    return browser.text(TEST);
  }

  /** Saves what is written. */
  public void save() {
    browser.click("[data-testid=mail-save]");
    await("the settings to be saved").until(() -> "SAVED".equals(source()));
  }

  /** Goes back to what the copy would do by itself. */
  public void useDefaults() {
    browser.click("[data-testid=mail-forget]");
    await("the defaults").until(() -> "DEFAULT".equals(source()));
  }

  /** Waits until a mail to {@code address} waits, and gives it up. */
  public void discardWaitingTo(String address) {
    String row =
        "return [...document.querySelectorAll('[data-testid=mail]')]"
            + ".find(e => e.textContent.includes(arguments[0]))";
    await("a mail to " + address + " that waits", LONGEST)
        .until(
            () -> {
              browser.open("/admin/mail?state=waiting");
              return browser.js(row, address) != null;
            });
    browser.js(row + ".querySelector('[data-testid=mail-discard]').click()", address);
    await("word that it is discarded").until(() -> browser.shows("[data-testid=saved]"));
  }

  /** Who has decided about the settings. */
  public String source() {
    return browser.attribute("[data-testid=mail-source]", "data-source");
  }

  private String value(String css) {
    return String.valueOf(browser.js("return document.querySelector(arguments[0]).value", css));
  }
}
