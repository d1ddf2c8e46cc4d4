package org.parley.flows.people;

import java.time.Duration;
import java.util.Map;
import org.parley.flows.browser.Browser;
import org.parley.flows.browser.Media;
import org.parley.flows.browser.Moments;
import org.parley.flows.pages.HistoryPage;
import org.parley.flows.pages.MessagesPage;
import org.parley.flows.pages.PhoneDock;
import org.parley.flows.pages.Shell;
import org.parley.flows.pages.SignInPage;

/** Somebody in front of a browser of their own. */
public final class Person {
  // Signing in hashes a password, loads the shell and registers, on two cores shared by everything.
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final Account account;
  private final Browser browser;

  Person(Account account, Browser browser) {
    this.account = account;
    this.browser = browser;
  }

  /** Signs in by the form and waits until the phone is ready. */
  Person signIn() {
    new SignInPage(browser).open().submit(account.username(), account.password());
    awaitReady();
    return this;
  }

  /** Waits until the phone is ready, as after opening a page. */
  public void awaitReady() {
    phone().awaitState("ready", LONGEST_START);
  }

  /** The sign-in name, which is also the user part of the address. */
  public String user() {
    return account.username();
  }

  /** The name that others see. */
  public String name() {
    return account.name();
  }

  /** The account. */
  public Account account() {
    return account;
  }

  /** The browser in front of this person. */
  public Browser browser() {
    return browser;
  }

  /** What surrounds every section. */
  public Shell shell() {
    return new Shell(browser);
  }

  /** The phone. */
  public PhoneDock phone() {
    return new PhoneDock(browser);
  }

  /** The conversation that is open. */
  public MessagesPage messages() {
    return new MessagesPage(browser);
  }

  /** The call history. */
  public HistoryPage history() {
    return new HistoryPage(browser);
  }

  /** What arrives from the other side of the calls. */
  public Media media() {
    return new Media(browser);
  }

  /** What the page showed, and when. */
  public Moments moments() {
    return new Moments(browser);
  }

  /** After how long the core says "no answer", as the portal tells the phone. */
  public Duration ringTime() {
    Map<?, ?> credential =
        (Map<?, ?>)
            browser.jsAsync(
                "const done = arguments[0];"
                    + " const token = document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1];"
                    + " fetch('/api/phone/credential', { method: 'POST', headers: {"
                    + " 'X-XSRF-TOKEN': decodeURIComponent(token) } })"
                    + ".then(r => r.json()).then(done)");
    return Duration.ofSeconds(((Number) credential.get("ringSeconds")).longValue());
  }

  @Override
  public String toString() {
    return account.username();
  }
}
