package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import org.parley.flows.browser.Browser;

/** Where a mailed link leads that asks whether an address is right. */
public final class VerificationPage {
  private static final String RESULT = "[data-testid=verified]";

  private final Browser browser;

  /** The page as {@code browser} shows it. */
  public VerificationPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens the link of a mail. */
  public VerificationPage open(String link) {
    browser.open(link);
    return this;
  }

  /** Says that the address is right. */
  public void confirm() {
    browser.click("[data-testid=verify]");
    await("what came of it").ignoreExceptions().until(() -> browser.shows(RESULT));
  }

  /** What came of it, in one word: {@code READY}, {@code PENDING}, {@code CHANGED}, … */
  public String result() {
    return browser.attribute(RESULT, "data-result");
  }
}
