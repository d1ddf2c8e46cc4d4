package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.parley.flows.browser.Browser;

/** One's own account: mail address, SIP name, secret question, its end. */
public final class AccountPage {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Browser browser;

  /** The page as {@code browser} shows it. */
  public AccountPage(Browser browser) {
    this.browser = browser;
  }

  /** Goes there. */
  public AccountPage open() {
    browser.open("/profile/account");
    await("the account page").until(() -> browser.shows("[data-testid=name-change]"));
    return this;
  }

  /** Wishes for another mail address. */
  public void changeEmail(String address, String password) {
    browser.type("#f-email", address);
    browser.type("#f-emailPassword", password);
    browser.click("[data-testid=email-change]");
    awaitSaved("link is on its way");
  }

  /** The mail address in use. */
  public String email() {
    return browser.text("[data-testid=own-email]");
  }

  /** Takes another name in the SIP address. */
  public void changeName(String name, String password) {
    browser.type("#f-user", name);
    browser.type("#f-userPassword", password);
    browser.click("[data-testid=name-change]");
    await("the new address", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.text("[data-testid=own-address]").contains("sip:" + name + "@"));
  }

  /** Sets a secret question. */
  public void setQuestion(String question, String answer, String password) {
    browser.type("#f-question", question);
    browser.type("#f-answer", answer);
    browser.type("#f-questionPassword", password);
    browser.click("[data-testid=question-save]");
    awaitSaved("question is set");
  }

  /** Chooses when unread messages are mailed. */
  public void mailUnread(String choice) {
    browser.js(
        "const s = document.querySelector('#f-delay'); s.value = arguments[0];"
            + " s.dispatchEvent(new Event('change', { bubbles: true }))",
        choice);
    browser.click("[data-testid=mails-save]");
    awaitSaved("Saved");
  }

  /** Closes the account. */
  public void close(String password) {
    browser.type("#f-closePassword", password);
    browser.click("[data-testid=account-close]");
  }

  /** What is told beside a field; empty where nothing is wrong with it. */
  public String complaintBeside(String field) {
    return browser.text("[data-testid=error-" + field + "]");
  }

  private void awaitSaved(String words) {
    await("word that it is done: " + words, LONGEST)
        .ignoreExceptions()
        .until(() -> browser.text("[data-testid=saved]").contains(words));
  }
}
