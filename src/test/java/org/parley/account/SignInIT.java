package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class SignInIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private AccountService accounts;
  @Autowired private SignInThrottle throttle;

  @Test
  @DisplayName("W01 An empty user name is told beside its field and is no failed try")
  void emptyUserName() throws Exception {
    browsers
        .open()
        .signIn("", "whatever it is")
        .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.usernameMissing"));
  }

  @Test
  @DisplayName("W02 An empty password is told beside its field and is no failed try")
  void emptyPassword() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.open();
    for (int i = 0; i <= SignInThrottle.PAIR_LIMIT; i++) {
      browser
          .signIn(anna.username(), "")
          .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.passwordMissing"));
    }
    browser.signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  @DisplayName("W03 A wrong name and a wrong password read the same")
  void wrongNameAndWrongPasswordReadTheSame() throws Exception {
    SignedIn anna = people.employee("anna");
    browsers
        .open()
        .signIn(anna.username(), "not the password")
        .andExpect(status().isOk())
        .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.wrong"));
    browsers
        .open()
        .signIn(anna.username() + "x", "not the password")
        .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.wrong"));
  }

  @Test
  void nameMayBeTypedInCapitals() throws Exception {
    SignedIn anna = people.employee("anna");
    browsers
        .open()
        .signIn("  " + anna.username().toUpperCase(java.util.Locale.ROOT), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void guessesAreStoppedAndTheOwnerElsewhereIsNot() throws Exception {
    SignedIn anna = people.employee("anna");
    for (int i = 0; i < SignInThrottle.PAIR_LIMIT; i++) {
      browsers.open().signIn(anna.username(), "guess number " + i);
    }
    browsers
        .open()
        .signIn(anna.username(), TestPeople.PASSWORD)
        .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.tooMany"));
    assertThat(throttle.begin(anna.username(), "192.0.2.7")).isTrue();
  }

  @Test
  @DisplayName("W05 A page asked for before signing in comes after it")
  void savedRequest() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.open();
    browser.get("/profile").andExpect(redirectedUrl("/login"));
    String next =
        browser
            .signIn(anna.username(), TestPeople.PASSWORD)
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(next).contains("/profile");
  }

  @Test
  void scriptsAreToldInsteadOfRedirected() throws Exception {
    browsers.open().json("/api/summary").andExpect(status().isUnauthorized());
  }

  @Test
  void signInPageMakesNoSession() throws Exception {
    Browser browser = browsers.open();
    browser.get("/login").andExpect(status().isOk()).andExpect(view().name("account/login"));
    assertThat(browser.hasCookie("PARLEY_SESSION")).isFalse();
  }

  @Test
  void disabledAccountIsOutWithItsNextRequest() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    browser.get("/profile").andExpect(status().isOk());
    accounts.changeStatus(anna.username(), AccountStatus.DISABLED);
    browser.get("/profile").andExpect(redirectedUrl("/login"));
    browsers
        .open()
        .signIn(anna.username(), TestPeople.PASSWORD)
        .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.shut"));
  }

  @Test
  void postWithoutTokenIsRefused() throws Exception {
    SignedIn anna = people.employee("anna");
    browsers
        .signedIn(anna)
        .postWithoutToken("/profile", "name", "Mallory")
        .andExpect(status().isForbidden());
  }

  @Test
  void badRegistrationComesBackWithItsErrorsAndInput() throws Exception {
    browsers
        .open()
        .post("/register", "username", "no spaces", "name", "", "password", "password123")
        .andExpect(status().isUnprocessableContent())
        .andExpect(model().attributeHasFieldErrors("form", "username", "name", "password"));
  }
}
