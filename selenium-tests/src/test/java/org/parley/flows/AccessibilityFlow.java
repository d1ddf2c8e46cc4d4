package org.parley.flows;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Browser;
import org.parley.flows.browser.Look;
import org.parley.flows.people.People;

/** Every page can be used by everybody, on a desk and on a telephone, light and dark. */
class AccessibilityFlow {
  @RegisterExtension static final People people = new People();

  @Test
  void pagesForStrangers() {
    check(people.stranger(), "/login", "/register", "/register/resend", "/forgot", "/forgot/sent");
  }

  @Test
  void pagesForEmployees() {
    check(
        people.at("alice").browser(),
        "/",
        "/messages/bob",
        "/history",
        "/directory",
        "/profile",
        "/profile/security",
        "/profile/devices",
        "/profile/account");
  }

  @Test
  void pagesForAdministrators() {
    check(people.open("admin").browser(), "/admin/audit", "/admin/mail?state=sent");
  }

  private static void check(Browser browser, String... paths) {
    Look look = new Look(browser);
    SoftAssertions softly = new SoftAssertions();
    for (String path : paths) {
      look.open(path, 1280, "light", "en");
      softly.assertThat(look.violations()).as("%s, wide and light", path).isEmpty();
      softly.assertThat(look.isTooWide()).as("%s, wide: scrolls sideways", path).isFalse();
      look.open(path, 390, "dark", "de");
      softly.assertThat(look.violations()).as("%s, narrow, dark, in German", path).isEmpty();
      softly.assertThat(look.isTooWide()).as("%s, narrow: scrolls sideways", path).isFalse();
    }
    softly.assertAll();
  }
}
