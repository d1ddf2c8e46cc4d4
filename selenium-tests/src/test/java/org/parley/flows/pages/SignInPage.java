package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.parley.flows.browser.Browser;

/** Where somebody says who they are. */
public final class SignInPage {
  private static final String USERNAME = "input[name=username]";
  private static final String PASSWORD = "input[name=password]";
  // A password is hashed slowly on purpose, and two cores may be busy.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Browser browser;

  /** The sign-in page as {@code browser} shows it. */
  public SignInPage(Browser browser) {
    this.browser = browser;
  }

  /** Goes there by its address. */
  public SignInPage open() {
    browser.open("/login");
    return this;
  }

  /** Whether it is what the browser shows, with nothing of the shell around it. */
  public boolean isShown() {
    return browser.path().startsWith("/login")
        && browser.shows(PASSWORD)
        && browser.count(".shell, [data-testid=dial-address], [data-testid=call-hangup]") == 0;
  }

  /** Waits until it is what the browser shows. */
  public void awaitShown() {
    await("the sign-in page").ignoreExceptions().until(this::isShown);
  }

  /** Waits at the most so long until it is what the browser shows. */
  public void awaitShown(Duration longest) {
    await("nobody to be signed in any more", longest).ignoreExceptions().until(this::isShown);
  }

  /** Fills in both fields and submits; what comes next is the caller's to look at. */
  public void submit(String username, String password) {
    browser.type(USERNAME, username);
    browser.type(PASSWORD, password);
    browser.js("window.__submitted = true");
    browser.click("button[type=submit]");
    await("an answer to the form", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.js("return window.__submitted ?? null") == null);
  }

  /** What is told beside a field; empty where nothing is wrong with it. */
  public String complaintBeside(String field) {
    return browser.text("[data-testid=error-" + field + "]");
  }

  /** What is told of the form as a whole. */
  public String problem() {
    return browser.text("[data-testid=sign-in-problem]");
  }

  /** What stands in the field of the name. */
  public String username() {
    return String.valueOf(
        browser.js("return document.querySelector(arguments[0]).value", USERNAME));
  }
}
