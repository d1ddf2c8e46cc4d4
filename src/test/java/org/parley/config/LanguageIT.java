package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.support.RequestContextUtils;

@WebTest
class LanguageIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;

  private static Locale shown(Browser browser, String asked) throws Exception {
    MvcResult answer = browser.jsonWith("Accept-Language", asked, "/profile").andReturn();
    return RequestContextUtils.getLocale(answer.getRequest());
  }

  @Test
  void theBrowserIsHeardUntilThePersonChooses() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    assertThat(shown(browser, "de-AT,de;q=0.9,en;q=0.5")).isEqualTo(Locale.forLanguageTag("de-AT"));
    assertThat(shown(browser, "fr,de;q=0.5")).isEqualTo(Locale.GERMAN);
    assertThat(shown(browser, "fr")).isEqualTo(Locale.ENGLISH);
    browser.post("/profile/look", "language", "de").andExpect(redirectedUrl("/profile"));
    assertThat(shown(browser, "en-GB")).isEqualTo(Locale.GERMAN);
    browser.post("/profile/look", "language", "").andExpect(redirectedUrl("/profile"));
    assertThat(shown(browser, "en-GB")).isEqualTo(Locale.UK);
  }

  @Test
  void whatIsWrongWithAFormIsSaidInTheReadersLanguage() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    browser.post("/profile/look", "language", "de");
    MvcResult answer = browser.post("/profile", "name", "").andReturn();
    BindingResult errors =
        (BindingResult)
            Objects.requireNonNull(answer.getModelAndView())
                .getModel()
                .get(BindingResult.MODEL_KEY_PREFIX + "profileForm");
    assertThat(Objects.requireNonNull(errors).getFieldErrors().get(0).getDefaultMessage())
        .isEqualTo("Der Name fehlt.");
  }

  @Test
  void aTimeZoneIsOneThatThereIs() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    browser.post("/profile/look", "timeZone", "Europe/Berlin").andExpect(redirectedUrl("/profile"));
    browser.post("/profile/look", "timeZone", "Mars/Base").andExpect(status().isBadRequest());
  }
}
