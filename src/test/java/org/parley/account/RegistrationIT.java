package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Browser;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class RegistrationIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private AccountService accounts;
  @Autowired private RegistrationService registrations;
  @Autowired private TestPeople people;
  @Autowired private TestMails mails;
  @Autowired private DataSource dataSource;

  // All browsers of these tests have one address.
  @BeforeEach
  void nobodyHasTriedYet() {
    new JdbcTemplate(dataSource).update("delete from sign_in_attempt");
  }

  private static String unique() {
    return "new-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private ResultActions register(String username, String email) throws Exception {
    return browsers
        .open()
        .post(
            "/register",
            "username",
            username,
            "name",
            "New Person",
            "email",
            email,
            "password",
            TestPeople.PASSWORD);
  }

  private ResultActions open(String path) throws Exception {
    return browsers.open().get(path);
  }

  private ResultActions confirm(String path) throws Exception {
    return browsers.open().post("/verify", "token", path.replaceFirst(".*token=", ""));
  }

  private void problem(String username, String key) throws Exception {
    browsers
        .open()
        .signIn(username, TestPeople.PASSWORD)
        .andExpect(request().attribute(SignInFilter.PROBLEM, key));
  }

  @Test
  void anAccountWaitsForItsAddressThenForApproval() throws Exception {
    String username = unique();
    String email = username + "@example.org";
    register(username, email).andExpect(redirectedUrl("/register/done"));
    problem(username, "account.signIn.unverified");
    String link = mails.last(email, "verify").path();
    open(link).andExpect(status().isOk()).andExpect(view().name("account/verify"));
    // Opening the link has changed nothing.
    problem(username, "account.signIn.unverified");
    confirm(link).andExpect(redirectedUrl("/verify/done?result=PENDING"));
    problem(username, "account.signIn.pending");
    confirm(link).andExpect(redirectedUrl("/verify/done?result=USED"));
    accounts.changeStatus(username, AccountStatus.ACTIVE);
    browsers.open().signIn(username, TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void aLinkThatIsTooOldIsReplacedByANewOne() throws Exception {
    String username = unique();
    String email = username + "@example.org";
    register(username, email);
    String link = mails.last(email, "verify").path();
    new JdbcTemplate(dataSource)
        .update("update one_time_link set expires_at = expires_at - interval 25 hour");
    open(link)
        .andExpect(view().name("account/verified"))
        .andExpect(model().attribute("result", "EXPIRED"));
    confirm(link).andExpect(redirectedUrl("/verify/done?result=EXPIRED"));
    browsers
        .open()
        .post("/register/resend", "email", email)
        .andExpect(redirectedUrl("/register/done"));
    confirm(mails.last(email, "verify").path())
        .andExpect(redirectedUrl("/verify/done?result=PENDING"));
  }

  @Test
  void whoHasAnAccountAlreadyIsToldByMailAlone() throws Exception {
    SignedIn anna = people.employee("anna");
    String username = unique();
    register(username, TestPeople.email(anna)).andExpect(redirectedUrl("/register/done"));
    assertThat(mails.last(TestPeople.email(anna), "taken").text()).contains(anna.username());
    assertThat(accounts.exists(username)).isFalse();
    browsers
        .open()
        .post("/register/resend", "email", "nobody-" + unique() + "@example.org")
        .andExpect(redirectedUrl("/register/done"));
  }

  @Test
  void anAddressThatSomebodyElseHasConfirmedMeanwhileIsTaken() throws Exception {
    String first = unique();
    String email = first + "@example.org";
    register(first, email);
    String link = mails.last(email, "verify").path();
    String second = unique();
    register(second, email);
    confirm(mails.last(email, "verify").path());
    confirm(link).andExpect(redirectedUrl("/verify/done?result=TAKEN"));
  }

  @Test
  void badInputComesBackWithItsErrors() throws Exception {
    for (String email : new String[] {"", "nobody", "a b@example.org", "a@b", "a@-.x", "<a@b.c>"}) {
      register(unique(), email)
          .andExpect(status().isUnprocessableContent())
          .andExpect(model().attributeHasFieldErrors("form", "email"));
    }
  }

  @Test
  void anAddressIsAskedFiveTimesAnHourAndNotMore() throws Exception {
    String username = unique();
    String email = username + "@example.org";
    register(username, email);
    for (int i = 0; i < 8; i++) {
      registrations.resend(email);
    }
    assertThat(mails.to(email)).hasSize(RateLimits.Limit.VERIFICATION_MAIL.most());
  }

  @Test
  void oneBrowserAsksForLinksSixtyTimesAnHour() throws Exception {
    Browser browser = browsers.open();
    for (int i = 0; i < RateLimits.Limit.VERIFICATION.most(); i++) {
      browser
          .post("/register/resend", "email", "x@example.org")
          .andExpect(redirectedUrl("/register/done"));
    }
    browser
        .post("/register/resend", "email", "x@example.org")
        .andExpect(status().isTooManyRequests());
    browser.post("/verify", "token", "guess").andExpect(status().isTooManyRequests());
  }

  @Test
  void oneBrowserAsksForTwentyAccountsAnHour() throws Exception {
    for (int i = 0; i < RateLimits.Limit.REGISTRATION.most(); i++) {
      register("admin", "x@example.org").andExpect(status().isUnprocessableContent());
    }
    register("admin", "x@example.org").andExpect(status().isTooManyRequests());
  }

  @Test
  void whatIsNeverConfirmedIsRemoved() throws Exception {
    String username = unique();
    register(username, username + "@example.org");
    new JdbcTemplate(dataSource)
        .update(
            "update account set created_at = created_at - interval 4 day where username = ?",
            username);
    registrations.purge();
    assertThat(accounts.exists(username)).isFalse();
  }
}
