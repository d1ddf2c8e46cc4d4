package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import org.openqa.selenium.Keys;
import org.parley.flows.browser.Browser;

/** The directory: everybody, found while typing. */
public final class DirectoryPage {
  private static final String FIELD = "[data-testid=directory-find]";

  private final Browser browser;

  /** The directory as {@code browser} shows it. */
  public DirectoryPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens it, as from a bookmark. */
  public DirectoryPage open() {
    browser.open("/directory");
    await("the directory").until(() -> browser.shows(FIELD));
    return this;
  }

  /** Types into its field, and waits until somebody is found. */
  public DirectoryPage find(String text, String user) {
    browser.type(FIELD, text);
    await(user + " found by " + text)
        .until(
            () ->
                browser.shows(row(user))
                    && text.equals(browser.attribute("[data-testid=directory-list]", "data-for")));
    return this;
  }

  /** Goes down to the first one found, and does with them what these keys do. */
  public void press(CharSequence... keys) {
    browser.all(FIELD).get(0).sendKeys(Keys.ARROW_DOWN);
    browser.press(keys);
  }

  private static String row(String user) {
    return "[data-testid=directory-person][data-user='" + user + "']";
  }
}
