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

  /** The settings in force, in words. */
  public String settings() {
    return browser.text("[data-testid=mail-settings]");
  }

  /** Sends a test and looks until the server has it. */
  public void sendTest(String address) {
    browser.type("#f-to", address);
    browser.click("[data-testid=mail-send-test]");
    await("the test to be sent", LONGEST)
        .ignoreExceptions()
        .until(
            () -> {
              browser.clickIfShown("[data-testid=mail-look]");
              return "SENT".equals(browser.attribute(TEST, "data-state"));
            });
  }
}
