package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.parley.account.SignInFilter;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every answer has in common: headers, errors, sessions. */
@WebTest
class AnswersIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;

  @Test
  @DisplayName("W19 No page is kept by a browser")
  void pagesAreNotKept() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    browser
        .get("/profile")
        .andExpect(
            header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")));
    browser.post("/logout").andExpect(redirectedUrl("/login?out"));
    browser.get("/profile").andExpect(redirectedUrl("/login"));
    assertThat(browser.hasCookie("PARLEY_SESSION")).isFalse();
  }

  @Test
  void pagesRunNoForeignCode() throws Exception {
    String policy =
        browsers
            .open()
            .get("/login")
            .andReturn()
            .getResponse()
            .getHeader("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*");
  }

  @Test
  void scriptsAndStylesCarryNoCookie() throws Exception {
    browsers
        .open()
        .get("/static/" + AssetVersion.VALUE + "/js/app.js")
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"));
  }

  @Test
  void anUnknownPageIsAPage() throws Exception {
    browsers
        .signedIn(people.employee("anna"))
        .get("/no/such/page")
        .andExpect(status().isNotFound())
        .andExpect(view().name("error/error"));
  }

  @Test
  void scriptsGetProblems() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    browser.json("/api/no/such").andExpect(problem(404));
    browser.postJson("/api/summary", "{}").andExpect(problem(405));
    browser.postJson("/api/messages/received", "{nonsense").andExpect(problem(400));
    browser.json("/api/history?before=yesterday").andExpect(problem(400));
  }

  @Test
  void problemsAreToldInTheReadersLanguage() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    assertThat(words(browser, "/api/history?kind=x")).contains("“x” is none of the choices.");
    browser.post("/profile/look", "language", "de");
    assertThat(words(browser, "/api/history?kind=x"))
        .contains("„x“ steht nicht zur Wahl.")
        .contains("Diese Anfrage war nicht zu verstehen");
    assertThat(words(browser, "/api/no/such")).contains("Hier ist nichts");
    assertThat(words(browser, "/api/history?before=yesterday"))
        .contains("keine Seite dieser Liste");
    browser.postJson("/api/messages/received", "{nonsense").andExpect(problem(400));
    String body =
        browser
            .postJson("/api/messages/received", "{nonsense")
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(body).contains("Was gesendet wurde");
    body =
        browser
            .postJson("/api/summary", "{}")
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(body).doesNotContain("Method");
  }

  private static String words(Browser browser, String path) throws Exception {
    return browser.json(path).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private static org.springframework.test.web.servlet.ResultMatcher problem(int status) {
    return result -> {
      assertThat(result.getResponse().getStatus()).isEqualTo(status);
      assertThat(result.getResponse().getContentType()).startsWith("application/problem+json");
      assertThat(result.getResponse().getContentAsString()).contains("\"status\":" + status);
    };
  }

  @Test
  void signingInChangesSessionAndToken() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.open();
    browser.get("/login");
    String before = browser.cookie("XSRF-TOKEN");
    browser.signIn(anna.username(), TestPeople.PASSWORD);
    String first = browser.cookie("PARLEY_SESSION");
    browser.get("/profile");
    assertThat(browser.cookie("XSRF-TOKEN")).isNotNull().isNotEqualTo(before);
    browser.signIn(anna.username(), TestPeople.PASSWORD);
    assertThat(browser.cookie("PARLEY_SESSION")).isNotNull().isNotEqualTo(first);
  }

  @Test
  void aScriptThatOutlivesItsSessionSpoilsNoSignInForm() throws Exception {
    Browser browser = browsers.open();
    browser.json("/api/summary");
    browser.json("/events");
    assertThat(browser.hasCookie("XSRF-TOKEN")).isFalse();
    browser.get("/login");
    assertThat(browser.hasCookie("XSRF-TOKEN")).isTrue();
  }

  @Test
  void aFormThatStoodOpenLeadsToTheSignInPage() throws Exception {
    Browser browser = browsers.open();
    browser
        .postWithoutToken("/login", "username", "x")
        .andExpect(forwardedUrl(SignInFilter.AGAIN))
        .andExpect(request().attribute(SignInFilter.PROBLEM, "account.signIn.stale"));
    browser.postWithoutToken("/logout").andExpect(redirectedUrl("/login"));
    browser.postWithoutToken("/api/phone/credential").andExpect(status().isUnauthorized());
  }

  @Test
  void afterSigningInNobodyIsSentElsewhere() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.open();
    browser.plantCookie(
        "REDIRECT_URI",
        Base64.getEncoder()
            .encodeToString("https://elsewhere.example/".getBytes(StandardCharsets.UTF_8)));
    browser.signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void lastUseOfASessionIsWrittenDownOnlyNowAndThen() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    browser.get("/profile").andExpect(status().isOk());
    long now = lastUse(anna, 0);
    browser.get("/profile").andExpect(status().isOk());
    assertThat(lastUse(anna, 0)).isEqualTo(now);
    assertThat(lastUse(anna, 61_000)).isEqualTo(now - 61_000);
    browser.get("/profile").andExpect(status().isOk());
    assertThat(lastUse(anna, 0)).isGreaterThanOrEqualTo(now);
  }

  /** When the only session of {@code me} was used, after that was {@code moved} back. */
  private long lastUse(SignedIn me, long moved) {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.update(
        "update SPRING_SESSION set LAST_ACCESS_TIME = LAST_ACCESS_TIME - ? where PRINCIPAL_NAME = ?",
        moved,
        me.username());
    Long last =
        jdbc.queryForObject(
            "select LAST_ACCESS_TIME from SPRING_SESSION where PRINCIPAL_NAME = ?",
            Long.class,
            me.username());
    return last == null ? 0 : last;
  }

  @Test
  void aSessionThatAnOlderVersionWroteIsLeftBehind() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    int changed =
        new JdbcTemplate(dataSource)
            .update(
                "update SPRING_SESSION_ATTRIBUTES set ATTRIBUTE_BYTES = ? where SESSION_PRIMARY_ID"
                    + " in (select PRIMARY_ID from SPRING_SESSION where PRINCIPAL_NAME = ?)",
                new byte[] {1, 2, 3},
                anna.username());
    assertThat(changed).isPositive();
    browser.get("/profile").andExpect(redirectedUrl("/login"));
    browser.signIn(anna.username(), TestPeople.PASSWORD).andExpect(status().isFound());
    browser.get("/profile").andExpect(status().isOk());
  }
}
