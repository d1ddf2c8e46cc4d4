package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.parley.flows.browser.Browser;

/** What surrounds every section: the rail, the dial field, the menu of oneself. */
public final class Shell {
  private static final String ADDRESS = "[data-testid=dial-address]";
  private static final String AUDIO = "[data-testid=dial-audio]";
  private static final String VIDEO = "[data-testid=dial-video]";

  private final Browser browser;

  /** The shell as {@code browser} shows it. */
  public Shell(Browser browser) {
    this.browser = browser;
  }

  /** Whether it is there. */
  public boolean isShown() {
    return browser.shows(".shell") && browser.shows(ADDRESS);
  }

  /** The section now in {@code <main>}. */
  public String section() {
    return browser.attribute("#main", "data-page");
  }

  /** Goes to a section by its link, and waits until it is there. */
  public void goTo(String section) {
    browser.click("a[data-section=" + section + "]");
    await("the section " + section).until(() -> section.equals(section()));
  }

  /** Goes to a section that cannot be loaded now, and waits until the shell says so. */
  public void awaitUnreachablePage(String section) {
    browser.click("a[data-section=" + section + "]");
    await("word that the page did not load")
        .until(() -> browser.text("body").contains("This page did not load"));
  }

  /** Waits until {@code section} is what is shown, at {@code path}. */
  public void awaitSection(String section, String path) {
    await("the section " + section + " at " + path)
        .until(() -> section.equals(section()) && browser.path().equals(path));
  }

  /** Marks the document, to see later whether it is still the same one. */
  public void markDocument() {
    browser.js("window.__marked = true");
  }

  /** Whether the document is the one that was marked: no page was loaded anew. */
  public boolean isSameDocument() {
    return Boolean.TRUE.equals(browser.js("return window.__marked === true"));
  }

  // --- the dial field

  /** Types into the dial field. */
  public void typeAddress(String text) {
    browser.type(ADDRESS, text);
  }

  /** Whether the call buttons may be pressed. */
  public boolean mayCall() {
    return Boolean.TRUE.equals(
        browser.js(
            "return arguments[0].split('|').every(css => document.querySelector(css).matches(':enabled'))",
            AUDIO + "|" + VIDEO));
  }

  /** Whether neither call button may be pressed. */
  public boolean mayNotCall() {
    return Boolean.TRUE.equals(
        browser.js(
            "return arguments[0].split('|').every(css => document.querySelector(css).matches(':disabled'))",
            AUDIO + "|" + VIDEO));
  }

  /** Calls somebody by name or address, with voice alone. */
  public void call(String address) {
    dial(address, AUDIO);
  }

  /** Calls somebody by name or address, with picture. */
  public void callWithVideo(String address) {
    dial(address, VIDEO);
  }

  private void dial(String address, String button) {
    browser.type(ADDRESS, address);
    await("the call button").until(this::mayCall);
    browser.click(button);
  }

  // --- oneself

  /** Signs out through the menu of oneself. */
  public void signOut() {
    browser.click("[data-testid=me-menu]");
    browser.click("[data-testid=sign-out]");
    new SignInPage(browser).awaitShown();
  }

  /** Says how available one is. */
  public void choosePresence(String presence) {
    String choice = "[data-set-presence=" + presence + "]";
    if (!browser.shows(choice)) {
      browser.click("[data-testid=me-menu]");
    }
    browser.click(choice);
  }

  // --- others

  /** The presence shown for somebody; empty where the page does not show them. */
  public String presenceOf(String account) {
    return browser.attribute(
        "[data-testid=presence][data-account='" + account + "']", "data-presence");
  }

  /** Waits until somebody's presence is shown as {@code presence}. */
  public void awaitPresence(String account, String presence, Duration longest) {
    await(account + " shown as " + presence, longest)
        .until(() -> presence.equals(presenceOf(account)));
  }
}
