package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.parley.flows.browser.Browser;

/** A new password for whoever forgot theirs. */
public final class ForgottenPasswordPage {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Browser browser;

  /** The pages as {@code browser} shows them. */
  public ForgottenPasswordPage(Browser browser) {
    this.browser = browser;
  }

  /** Says who one is, from the sign-in page on; what the portal answers. */
  public String ask(String who) {
    browser.open("/login");
    browser.click("a[href$='/forgot']");
    await("the question who it is").until(() -> browser.shows("input[name=who]"));
    browser.type("input[name=who]", who);
    browser.click("button[type=submit]");
    await("an answer", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.shows("[data-testid=reset-sent]"));
    return browser.text("main");
  }

  /** Opens the link of a mail. */
  public ForgottenPasswordPage open(String link) {
    browser.open(link);
    return this;
  }

  /** Whether the link works. */
  public boolean isGood() {
    return browser.shows("input[name=next]");
  }

  /** What is asked besides; empty where nothing is. */
  public String question() {
    return browser.text("[data-testid=secret-question]");
  }

  /** Answers and chooses a password; an empty answer leaves that field alone. */
  public void choose(String answer, String password) {
    if (!answer.isEmpty()) {
      browser.type("input[name=answer]", answer);
    }
    browser.type("input[name=next]", password);
    browser.js("window.__submitted = true");
    browser.click("button[type=submit]");
    await("an answer to the form", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.js("return window.__submitted ?? null") == null);
  }

  /** Whether the password is set. */
  public boolean isDone() {
    return browser.shows("[data-testid=password-reset]");
  }

  /** What is told beside the answer. */
  public String complaint() {
    return browser.text("[data-testid=error-answer]");
  }
}
