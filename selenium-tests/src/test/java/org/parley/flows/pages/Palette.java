package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import org.openqa.selenium.Keys;
import org.parley.flows.browser.Browser;

/** The command palette. */
public final class Palette {
  private static final String CARD = "[data-testid=palette]";
  private static final String FIELD = "[data-testid=palette-field]";

  private final Browser browser;

  /** The palette of {@code browser}. */
  public Palette(Browser browser) {
    this.browser = browser;
  }

  /** Opens it with its keys. */
  public Palette open() {
    browser.press(Keys.chord(Keys.CONTROL, "k"));
    await("the palette").until(() -> browser.shows(CARD));
    return this;
  }

  /** Types, and waits until the chosen one reads like {@code words}. */
  public Palette find(String text, String words) {
    browser.type(FIELD, text);
    await(words + " chosen for " + text)
        .until(() -> browser.text("#palette [aria-selected=true]").contains(words));
    return this;
  }

  /** Presses keys in it; it closes. */
  public void press(CharSequence... keys) {
    browser.all(FIELD).get(0).sendKeys(keys);
    await("the palette to close").until(() -> !browser.shows(CARD));
  }
}
