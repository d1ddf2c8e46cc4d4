package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.flows.browser.Browser;

/** How somebody comes in: other providers, the second factor, and where they are signed in. */
public final class WaysPage {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String CODE = "input[name=code]";

  private final Browser browser;

  /** The pages as {@code browser} shows them. */
  public WaysPage(Browser browser) {
    this.browser = browser;
  }

  /** Presses the button of a provider on the sign-in page. */
  public void signInWith(String provider) {
    browser.open("/login");
    browser.click("[data-testid=sign-in-" + provider + "]");
  }

  /** Waits until the browser is at {@code path}. */
  public void awaitPath(String path) {
    await("the page " + path, LONGEST)
        .ignoreExceptions()
        .until(() -> browser.path().startsWith(path));
  }

  /** What is told of a sign-in by a provider that did not work. */
  public String providerProblem() {
    await("what went wrong", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.shows("[data-testid=provider-problem]"));
    return browser.text("[data-testid=provider-problem]");
  }

  /** Goes from "is this your account?" to signing in to it. */
  public void signInToLink() {
    browser.click("[data-testid=provider-sign-in]");
    awaitPath("/login");
  }

  /** Whether a provider is linked, as the page about signing in says. */
  public boolean isLinked(String provider) {
    browser.open("/profile/security");
    return "true"
        .equals(browser.attribute("[data-testid=provider-" + provider + "]", "data-linked"));
  }

  /** Types the address that a provider did not tell, and waits for word that a mail was sent. */
  public void sayAddress(String email) {
    browser.type("input[name=email]", email);
    browser.click("[data-testid=provider-mail]");
    await("word of a mail", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.shows("[data-testid=provider-sent]"));
  }

  /** Presses the button of the page that the mailed link opens. */
  public void confirmAddress() {
    browser.click("[data-testid=provider-confirm]");
  }

  /** Unlinks a provider; what the page says then. */
  public String unlink(String provider) {
    browser.open("/profile/security");
    browser.click("[data-testid=provider-" + provider + "] form button");
    await("an answer", LONGEST)
        .ignoreExceptions()
        .until(
            () -> browser.shows("[data-testid=saved]") || browser.shows("[data-testid=last-way]"));
    return browser.text("main");
  }

  /** Chooses a first password. */
  public void choosePassword(String password) {
    browser.open("/profile/security");
    browser.type("input[name=next]", password);
    browser.click("form[action$='/first-password'] button[type=submit]");
    await("word that it is set", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.shows("[data-testid=saved]"));
  }

  // --- the second factor

  /** Sets it up with an app that starts with this code; returns the app. */
  public App setUp() {
    browser.open("/profile/security/factor");
    browser.click("form[action$='/begin'] button");
    await("the picture", LONGEST).until(() -> browser.shows("[data-testid=qr]"));
    App app = new App(browser.text("[data-testid=factor-secret]"));
    browser.type(CODE, app.code(0));
    browser.click("form[action$='/confirm'] button");
    await("recovery codes", LONGEST).until(() -> browser.shows("[data-testid=recovery-codes]"));
    return app;
  }

  /** The recovery codes that are shown. */
  public List<String> recoveryCodes() {
    return browser.text("[data-testid=recovery-codes]").lines().map(String::strip).toList();
  }

  /** Enters a code where it is asked for, and waits for the answer. */
  public void enterCode(String code, boolean remember) {
    awaitPath("/login/factor");
    await("the field", LONGEST).ignoreExceptions().until(() -> browser.shows(CODE));
    browser.type(CODE, code);
    if (remember) {
      browser.click("input[name=remember]");
    }
    browser.js("window.__submitted = true");
    browser.click("[data-testid=factor-continue]");
    await("an answer to the code", LONGEST)
        .ignoreExceptions()
        .until(() -> browser.js("return window.__submitted ?? null") == null);
  }

  /** What is told beside the code. */
  public String codeComplaint() {
    return browser.text("[data-testid=error-code]");
  }

  // --- devices

  /** How many browsers are listed as signed in. */
  public int browsers() {
    browser.open("/profile/devices");
    return browser.count("[data-testid=browser]");
  }

  /** How many of them have a phone that is registered. */
  public int readyBrowsers() {
    browser.open("/profile/devices");
    return browser.count("[data-testid=browser][data-registered=REGISTERED]");
  }

  /** Signs the first browser out that is not this one. */
  public void signOutAnother() {
    browser.click("[data-here=false] button");
    await("word that it is signed out", LONGEST).until(() -> browser.shows("[data-testid=saved]"));
  }

  /** Adds a desk phone; returns what is shown of it this once. */
  public String addPhone(String label) {
    browser.open("/profile/devices");
    browser.type("input[name=label]", label);
    browser.click("form[action$='/profile/devices'] button");
    await("its password", LONGEST).until(() -> browser.shows("[data-testid=new-device]"));
    return browser.text("[data-testid=new-device]");
  }

  /** Shuts the first desk phone out. */
  public void shutPhoneOut() {
    browser.click("form[action$='/revoke'] button");
    await("word that it is out", LONGEST).until(() -> browser.shows("[data-testid=saved]"));
  }

  /**
   * An authenticator app: RFC 6238 in a few lines, so that the portal is not tested with itself.
   *
   * @param secret as the page shows it
   */
  public record App(String secret) {
    /** The code {@code steps} of 30 seconds from now. */
    public String code(int steps) {
      try {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
        long step = Instant.now().getEpochSecond() / 30 + steps;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private byte[] bytes() {
      String digits = secret.replaceAll("\\s", "");
      byte[] bytes = new byte[digits.length() * 5 / 8];
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digits.charAt(bit / 5));
        if ((digit & (16 >> (bit % 5))) != 0) {
          bytes[bit / 8] |= (byte) (0x80 >> (bit % 8));
        }
      }
      return bytes;
    }
  }
}
