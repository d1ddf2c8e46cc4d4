package org.parley.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.account.RateLimits;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.TestProviders;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class FactorIT {
  private static final String PAGE = "/profile/security/factor";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private SecondFactors factors;
  @Autowired private DataSource dataSource;
  @Autowired private TestMails mails;

  private final Totp totp = new Totp();

  /** Somebody with an app. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Owner(SignedIn person, byte[] secret, List<String> codes) {}

  @Test
  void itIsSetUpOnceAnAppShowsTheRightCode() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    byte[] secret = secret(browser.post(PAGE + "/begin"));
    browser.post(PAGE + "/confirm", "code", "000000").andExpect(status().isUnprocessableContent());
    browsers.open().signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
    assertThat(secret(browser.post(PAGE + "/begin"))).isEqualTo(secret);
    ResultActions done = browser.post(PAGE + "/confirm", "code", now(secret));
    assertThat(codes(done)).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
    browsers
        .open()
        .signIn(anna.username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/login/factor"));
    browser.post(PAGE + "/begin").andExpect(status().isNotFound());
  }

  @Test
  void nothingOpensBeforeTheCodeIsGiven() throws Exception {
    Owner anna = owner();
    Browser browser = halfIn(anna);
    for (String page : List.of("/", "/messages", "/profile", PAGE, "/admin", "/no-such-page")) {
      browser.get(page).andExpect(redirectedUrl("/login/factor"));
    }
    browser.post("/profile/devices", "label", "Mine").andExpect(redirectedUrl("/login/factor"));
    browser.postJson("/api/phone/credential", "{}").andExpect(status().isUnauthorized());
    browser.json("/api/summary").andExpect(status().isUnauthorized());
    browser.json("/events").andExpect(status().isUnauthorized());
    browser.get("/login/factor").andExpect(status().isOk());
    browser.post("/login/factor", "code", next(anna.secret())).andExpect(redirectedUrl("/"));
    browser.postJson("/api/phone/credential", "{}").andExpect(status().isOk());
  }

  @Test
  void thePageThatWasWantedComesAfterTheCode() throws Exception {
    Owner anna = owner();
    Browser browser = browsers.open();
    browser.get("/history");
    browser.signIn(anna.person().username(), TestPeople.PASSWORD);
    assertThat(
            browser
                .post("/login/factor", "code", next(anna.secret()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl())
        .contains("/history");
  }

  @Test
  void aCodeIsTakenOnce() throws Exception {
    Owner anna = owner();
    String code = next(anna.secret());
    halfIn(anna).post("/login/factor", "code", code).andExpect(redirectedUrl("/"));
    halfIn(anna)
        .post("/login/factor", "code", code)
        .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.wrong"));
    halfIn(anna)
        .post("/login/factor", "code", now(anna.secret()))
        .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.wrong"));
  }

  @Test
  void aCodeIsTakenOnceEvenIfTwoShowItAtTheSameTime() throws Exception {
    Owner anna = owner();
    String code = next(anna.secret());
    Callable<SecondFactors.Outcome> show = () -> factors.check(anna.person().id(), code);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      int right = 0;
      for (Future<SecondFactors.Outcome> outcome : both.invokeAll(List.of(show, show))) {
        right += outcome.get() == SecondFactors.Outcome.RIGHT ? 1 : 0;
      }
      assertThat(right).isEqualTo(1);
    } finally {
      both.shutdown();
    }
  }

  @Test
  void aRecoveryCodeWorksOnceHoweverItIsTyped() throws Exception {
    Owner anna = owner();
    String code = anna.codes().get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    halfIn(anna).post("/login/factor", "code", code).andExpect(redirectedUrl("/"));
    halfIn(anna)
        .post("/login/factor", "code", code)
        .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.wrong"));
    assertThat(factors.state(anna.person()).codesLeft())
        .isEqualTo(SecondFactors.RECOVERY_CODES - 1);
  }

  @Test
  void codesCannotBeGuessed() throws Exception {
    Owner anna = owner();
    Browser browser = halfIn(anna);
    for (int i = 0; i < RateLimits.Limit.FACTOR.most(); i++) {
      browser
          .post("/login/factor", "code", "00000" + i)
          .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.wrong"));
    }
    browser
        .post("/login/factor", "code", next(anna.secret()))
        .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.tooMany"));
    browser.get("/profile").andExpect(redirectedUrl("/login/factor"));
  }

  @Test
  void norWithPatience() throws Exception {
    Owner anna = owner();
    Browser browser = halfIn(anna);
    for (int i = 0; i < RateLimits.Limit.FACTOR_DAY.most(); i++) {
      browser.post("/login/factor", "code", "00000" + i % 10);
      if (i % RateLimits.Limit.FACTOR.most() == 0) {
        // A quarter of an hour later.
        new JdbcTemplate(dataSource)
            .update("delete from sign_in_attempt where attempt_key like 'factor:%'");
      }
    }
    new JdbcTemplate(dataSource)
        .update("delete from sign_in_attempt where attempt_key like 'factor:%'");
    browser
        .post("/login/factor", "code", next(anna.secret()))
        .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.tooMany"));
  }

  @Test
  void anotherPasswordForgetsAllBrowsersAndSignsTheOthersOut() throws Exception {
    Owner anna = owner();
    String username = anna.person().username();
    Browser here = halfIn(anna);
    here.post("/login/factor", "code", next(anna.secret()), "remember", "on")
        .andExpect(redirectedUrl("/"));
    Browser there = browsers.open();
    there.plantCookie(FactorStep.COOKIE, Objects.requireNonNull(here.cookie(FactorStep.COOKIE)));
    there.signIn(username, TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
    String next = "a lamp on the stairs";
    here.post("/profile/security/password", "current", TestPeople.PASSWORD, "next", next)
        .andExpect(redirectedUrl("/profile/security"));
    here.get("/profile").andExpect(status().isOk());
    there.get("/profile").andExpect(redirectedUrl("/login"));
    assertThat(factors.remembered(anna.person())).isEmpty();
    here.post("/logout");
    here.signIn(username, next).andExpect(redirectedUrl("/login/factor"));
  }

  @Test
  void aResetPasswordForgetsAllBrowsersToo() throws Exception {
    Owner anna = owner();
    Browser browser = halfIn(anna);
    browser
        .post("/login/factor", "code", next(anna.secret()), "remember", "on")
        .andExpect(redirectedUrl("/"));
    browsers.open().post("/forgot", "who", anna.person().username());
    String token =
        mails.last(TestPeople.email(anna.person()), "reset").path().replaceFirst(".*token=", "");
    browsers.open().post("/reset", "token", token, "next", "a lamp on the stairs");
    browser.get("/profile").andExpect(redirectedUrl("/login"));
    assertThat(factors.remembered(anna.person())).isEmpty();
    browser
        .signIn(anna.person().username(), "a lamp on the stairs")
        .andExpect(redirectedUrl("/login/factor"));
  }

  @Test
  void aRememberedBrowserIsNotAskedUntilItIsForgotten() throws Exception {
    Owner anna = owner();
    Browser browser = halfIn(anna);
    browser
        .post("/login/factor", "code", next(anna.secret()), "remember", "on")
        .andExpect(redirectedUrl("/"));
    browser.post("/logout");
    browser.signIn(anna.person().username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
    browsers
        .open()
        .signIn(anna.person().username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/login/factor"));

    Owner bob = owner();
    browser.post("/logout");
    browser
        .signIn(bob.person().username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/login/factor"));

    long id = factors.remembered(anna.person()).get(0).id();
    browsers
        .signedIn(people.employee("mallory"))
        .post(PAGE + "/browsers/" + id + "/forget")
        .andExpect(status().isNotFound());
    factors.forget(anna.person(), id);
    browser.post("/logout");
    browser
        .signIn(anna.person().username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/login/factor"));
  }

  @Test
  void itIsAskedForOnEveryWayIn() throws Exception {
    TestProviders providers = TestProviders.running();
    String subject = UUID.randomUUID().toString();
    Map<String, Object> told =
        Map.of("email", subject.substring(0, 8) + "@example.org", "email_verified", true);
    Browser browser = browsers.open();
    byte[] secret = {};
    for (String target : List.of("/", "/login/factor")) {
      providers.tell("oidc", subject, told);
      String start =
          browser.get("/oauth2/authorization/oidc").andReturn().getResponse().getRedirectedUrl();
      URI back = providers.visit(Objects.requireNonNull(start));
      browser.get(back.getPath() + "?" + back.getQuery()).andExpect(redirectedUrl(target));
      if (target.equals("/")) {
        secret = secret(browser.post(PAGE + "/begin"));
        browser.post(PAGE + "/confirm", "code", now(secret)).andExpect(status().isOk());
        browser.post("/logout");
      }
    }
    browser.post("/login/factor", "code", next(secret)).andExpect(redirectedUrl("/"));
  }

  @Test
  void whoMustHaveOneSetsItUpBeforeAnythingElse() throws Exception {
    SignedIn admin = people.admin("root");
    SignedIn anna = people.employee("anna");
    factors.demand(admin, anna, true);
    Browser browser = browsers.open();
    browser.signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/login/factor"));
    byte[] secret = secret(browser.get("/login/factor"));
    browser.get("/profile").andExpect(redirectedUrl("/login/factor"));
    browser
        .post("/login/factor", "code", "")
        .andExpect(request().attribute(FactorFilter.PROBLEM, "factor.code.missing"));
    browser.post("/login/factor", "code", now(secret)).andExpect(redirectedUrl(PAGE));
    assertThat(codes(browser.post(PAGE + "/codes"))).hasSize(SecondFactors.RECOVERY_CODES);
    browser.post(PAGE + "/codes").andExpect(status().isUnprocessableContent());
    browser.post(PAGE + "/remove", "code", next(secret)).andExpect(status().isNotFound());
    assertThat(factors.isOn(anna.id())).isTrue();
  }

  @Test
  void itsOwnerTakesItOffWithACodeAndAnAdministratorWithout() throws Exception {
    Owner anna = owner();
    Browser browser = halfIn(anna);
    browser.post("/login/factor", "code", anna.codes().get(0));
    browser.post(PAGE + "/remove", "code", "000000").andExpect(status().isUnprocessableContent());
    browser.post(PAGE + "/remove", "code", anna.codes().get(1)).andExpect(redirectedUrl(PAGE));
    browsers
        .open()
        .signIn(anna.person().username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/"));

    Owner bob = owner();
    Browser signedIn = halfIn(bob);
    signedIn.post("/login/factor", "code", bob.codes().get(0));
    factors.reset(people.admin("root"), bob.person());
    signedIn.get("/profile").andExpect(redirectedUrl("/login"));
    browsers
        .open()
        .signIn(bob.person().username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void theDatabaseHoldsNoSecretAndNoCode() throws Exception {
    Owner anna = owner();
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    byte[] kept =
        jdbc.queryForObject(
            "select secret from second_factor where account_id = ?",
            byte[].class,
            anna.person().id());
    assertThat(kept).isNotNull().hasSizeGreaterThan(anna.secret().length);
    assertThat(
            new String(Objects.requireNonNull(kept), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(anna.secret(), java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(
            jdbc.queryForList(
                "select code_hash from recovery_code where account_id = ?",
                String.class,
                anna.person().id()))
        .doesNotContainAnyElementsOf(anna.codes())
        .allMatch(hash -> hash.length() == 64);
  }

  private Owner owner() throws Exception {
    SignedIn person = people.employee("owner");
    Browser browser = browsers.signedIn(person);
    byte[] secret = secret(browser.post(PAGE + "/begin"));
    return new Owner(person, secret, codes(browser.post(PAGE + "/confirm", "code", now(secret))));
  }

  private Browser halfIn(Owner owner) throws Exception {
    Browser browser = browsers.open();
    browser
        .signIn(owner.person().username(), TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/login/factor"));
    return browser;
  }

  private String now(byte[] secret) {
    return totp.code(secret, Instant.now());
  }

  /** A code that is taken although that of now was used. */
  private String next(byte[] secret) {
    return totp.code(secret, Instant.now().plusSeconds(Totp.STEP_SECONDS));
  }

  private static byte[] secret(ResultActions page) {
    SecondFactors.Setup setup = (SecondFactors.Setup) model(page, "setup");
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    byte[] bytes = new byte[Totp.SECRET_BYTES];
    int bit = 0;
    for (char digit : setup.secret().replace(" ", "").toCharArray()) {
      for (int mask = 16; mask > 0; mask >>= 1, bit++) {
        if ((alphabet.indexOf(digit) & mask) != 0 && bit / 8 < bytes.length) {
          bytes[bit / 8] |= (byte) (0x80 >> (bit % 8));
        }
      }
    }
    return bytes;
  }

  @SuppressWarnings("unchecked")
  private static List<String> codes(ResultActions page) {
    return (List<String>) model(page, "codes");
  }

  private static Object model(ResultActions page, String name) {
    return Objects.requireNonNull(
        Objects.requireNonNull(page.andReturn().getModelAndView()).getModel().get(name));
  }
}
