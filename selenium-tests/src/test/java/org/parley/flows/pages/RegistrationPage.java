package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import org.parley.flows.browser.Browser;

/** Where somebody without an account asks for one. */
public final class RegistrationPage {
  private final Browser browser;

  /** The registration page as {@code browser} shows it. */
  public RegistrationPage(Browser browser) {
    this.browser = browser;
  }

  /** Goes there from the sign-in page. */
  public RegistrationPage open() {
    browser.open("/login");
    browser.click("a[href$='/register']");
    await("the registration page").until(() -> browser.shows("input[name=name]"));
    return this;
  }

  /** Fills in everything and submits. */
  public void ask(String username, String name, String email, String password) {
    browser.type("input[name=username]", username);
    browser.type("input[name=name]", name);
    browser.type("input[name=email]", email);
    browser.type("input[name=password]", password);
    browser.js("window.__submitted = true");
    browser.click("button[type=submit]");
    await("an answer to the form")
        .ignoreExceptions()
        .until(() -> browser.js("return window.__submitted ?? null") == null);
  }

  /** Whether the wish was taken. */
  public boolean isTaken() {
    return browser.path().startsWith("/register/done");
  }

  /** What is told beside a field; empty where nothing is wrong with it. */
  public String complaintBeside(String field) {
    return browser.text("[data-testid=error-" + field + "]");
  }

  /** What the page says in words. */
  public String words() {
    return browser.text("body");
  }
}
