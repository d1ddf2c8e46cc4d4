package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.Arrays;
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
class PasswordResetIT {
  private static final String NEXT = "a window in the harbour";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestMails mails;
  @Autowired private SecretQuestions questions;
  @Autowired private AccountService accounts;
  @Autowired private DataSource dataSource;

  // All browsers of these tests have one address.
  @BeforeEach
  void nobodyHasTriedYet() {
    new JdbcTemplate(dataSource).update("delete from sign_in_attempt");
  }

  private ResultActions forgot(String who) throws Exception {
    return browsers.open().post("/forgot", "who", who);
  }

  private String token(SignedIn person) throws Exception {
    forgot(person.username());
    return mails.last(TestPeople.email(person), "reset").path().replaceFirst(".*token=", "");
  }

  private ResultActions reset(String token, String answer) throws Exception {
    return browsers.open().post("/reset", "token", token, "answer", answer, "next", NEXT);
  }

  @Test
  void aForgottenPasswordIsReplacedByAMailedLinkOnce() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser old = browsers.signedIn(anna);
    String token = token(anna);
    browsers.open().get("/reset?token=" + token).andExpect(view().name("account/reset"));
    reset(token, "").andExpect(redirectedUrl("/login?reset"));
    old.get("/profile").andExpect(redirectedUrl("/login"));
    browsers.open().signIn(anna.username(), NEXT).andExpect(redirectedUrl("/"));
    assertThat(mails.last(TestPeople.email(anna), "passwordChanged").text())
        .contains(anna.username());
    reset(token, "").andExpect(status().isGone());
    browsers.open().get("/reset?token=" + token).andExpect(status().isGone());
  }

  @Test
  void theAnswerIsTheSameWhetherOrNotThereIsSuchAnAccount() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn shut = people.employee("shut");
    accounts.changeStatus(shut.username(), AccountStatus.DISABLED);
    forgot("nobody-at-all").andExpect(redirectedUrl("/forgot/sent"));
    forgot("nobody@example.org").andExpect(redirectedUrl("/forgot/sent"));
    forgot(shut.username()).andExpect(redirectedUrl("/forgot/sent"));
    forgot(TestPeople.email(anna)).andExpect(redirectedUrl("/forgot/sent"));
    assertThat(mails.to(TestPeople.email(anna))).hasSize(1);
    assertThat(mails.to(TestPeople.email(shut))).isEmpty();
    assertThat(mails.to("nobody@example.org")).isEmpty();
  }

  @Test
  void theAnswerTakesTheSameTime() throws Exception {
    SignedIn anna = people.employee("anna");
    forgot(anna.username());
    long[] there = new long[4];
    long[] nobody = new long[4];
    for (int i = 0; i < there.length; i++) {
      long start = System.nanoTime();
      forgot(anna.username());
      there[i] = (System.nanoTime() - start) / 1_000_000;
      start = System.nanoTime();
      forgot("nobody-" + i);
      nobody[i] = (System.nanoTime() - start) / 1_000_000;
    }
    assertThat(Arrays.stream(there).min().orElse(0)).isGreaterThanOrEqualTo(149);
    assertThat(Arrays.stream(nobody).min().orElse(0)).isGreaterThanOrEqualTo(149);
  }

  @Test
  void aLinkWorksForHalfAnHour() throws Exception {
    SignedIn anna = people.employee("anna");
    String token = token(anna);
    new JdbcTemplate(dataSource)
        .update(
            "update one_time_link set expires_at = expires_at - interval 31 minute"
                + " where account_id = ?",
            anna.id());
    reset(token, "").andExpect(status().isGone());
    browsers.open().signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void aSecretQuestionIsAskedBesidesTheLink() throws Exception {
    SignedIn anna = people.employee("anna");
    questions.set(anna, "First pet?", "Mr. Whiskers");
    String token = token(anna);
    reset(token, "").andExpect(model().attributeHasFieldErrors("form", "answer"));
    reset(token, "Rex").andExpect(model().attributeHasFieldErrors("form", "answer"));
    browsers.open().signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
    reset(token, "  mr  WHISKERS ").andExpect(redirectedUrl("/login?reset"));
    String hash =
        new JdbcTemplate(dataSource)
            .queryForObject(
                "select answer_hash from secret_question where account_id = ?",
                String.class,
                anna.id());
    assertThat(hash).startsWith("{argon2}").doesNotContain("whiskers");
  }

  @Test
  void answersAreNotGuessedHoweverManyLinksAreAskedFor() throws Exception {
    SignedIn anna = people.employee("anna");
    questions.set(anna, "First pet?", "Mr. Whiskers");
    String token = token(anna);
    for (int i = 0; i < RateLimits.Limit.SECRET_ANSWER.most(); i++) {
      if (i == 3) {
        token = token(anna);
      }
      reset(token, "guess " + i).andExpect(status().isUnprocessableContent());
    }
    reset(token, "Mr. Whiskers").andExpect(status().isGone());
    reset(token(anna), "Mr. Whiskers").andExpect(status().isGone());
  }

  @Test
  void fiveMailsAnHourGoToOneAccount() throws Exception {
    SignedIn anna = people.employee("anna");
    for (int i = 0; i < 4; i++) {
      forgot(anna.username());
      forgot(TestPeople.email(anna)).andExpect(redirectedUrl("/forgot/sent"));
    }
    assertThat(mails.to(TestPeople.email(anna))).hasSize(RateLimits.Limit.RESET_MAIL.most());
  }

  @Test
  void oneBrowserAsksSixtyTimesAnHour() throws Exception {
    Browser browser = browsers.open();
    for (int i = 0; i < RateLimits.Limit.RESET.most(); i++) {
      browser.post("/reset", "token", "guess", "next", NEXT).andExpect(status().isGone());
    }
    browser.post("/reset", "token", "guess", "next", NEXT).andExpect(status().isTooManyRequests());
    browser.post("/forgot", "who", "somebody").andExpect(status().isTooManyRequests());
  }

  @Test
  void whoHasNoPasswordIsToldSo() throws Exception {
    SignedIn anna = people.employee("anna");
    new JdbcTemplate(dataSource)
        .update("update account set password_hash = null where id = ?", anna.id());
    forgot(anna.username());
    assertThat(mails.to(TestPeople.email(anna)))
        .extracting(TestMails.Mail::kind)
        .containsExactly("noPassword");
  }
}
