package org.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountStatus;
import org.parley.account.Directory;
import org.parley.account.SignedIn;
import org.parley.audit.AuditFilter;
import org.parley.audit.AuditLog;
import org.parley.testing.Browser;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;

@WebTest
class PeopleAdminIT {
  private static final String CHOSEN = "a window in the harbour";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;
  @Autowired private TestMails mails;
  @Autowired private Directory directory;
  @Autowired private AuditLog audit;

  private SignedIn root;
  private Browser browser;
  private String name;

  @BeforeEach
  void anAdministrator() throws Exception {
    root = people.admin("root");
    browser = browsers.signedIn(root);
    name = "bea-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private AccountStatus stateOf(String username) {
    return directory.get(username).orElseThrow().status();
  }

  private MvcResult make(String... fields) throws Exception {
    String[] all = {"username", name, "name", "Bea Brown", "role", "EMPLOYEE"};
    String[] given = new String[all.length + fields.length];
    System.arraycopy(all, 0, given, 0, all.length);
    System.arraycopy(fields, 0, given, all.length, fields.length);
    return browser.post("/admin/people", given).andReturn();
  }

  @Test
  void aPasswordMadeHereIsShownOnceAndWorks() throws Exception {
    MvcResult last = make("how", "password");
    Object password = Objects.requireNonNull(last.getModelAndView()).getModel().get("password");
    browsers.open().signIn(name, String.valueOf(password)).andExpect(redirectedUrl("/"));
  }

  @Test
  void whoIsInvitedChoosesAPasswordOnceAndIsIn() throws Exception {
    String email = name + "@example.org";
    MvcResult last = make("how", "invite", "email", email);
    assertThat(last.getResponse().getRedirectedUrl()).isEqualTo("/admin/people/" + name);
    assertThat(stateOf(name)).isEqualTo(AccountStatus.INVITED);
    String link = mails.last(email, "invitation").path();
    Browser bea = browsers.open();
    bea.get(link).andExpect(status().isOk());
    bea.post(link, "name", "Bea B.", "password", "short")
        .andExpect(status().isUnprocessableContent())
        .andExpect(model().attributeHasFieldErrors("form", "password"));
    bea.post(link, "name", "Bea B.", "password", CHOSEN).andExpect(redirectedUrl("/login"));
    bea.signIn(name, CHOSEN).andExpect(redirectedUrl("/"));
    assertThat(directory.get(name).orElseThrow().name()).isEqualTo("Bea B.");
    browsers.open().get(link).andExpect(status().isGone());
    browsers.open().post(link, "name", "Mallory", "password", CHOSEN).andExpect(status().isGone());
    assertThat(
            audit
                .page(new AuditFilter(root.username(), name, null, null, null), Long.MAX_VALUE, 10)
                .items())
        .singleElement()
        .satisfies(line -> assertThat(line.act()).isEqualTo("account-invited"));
  }

  @Test
  void anInvitationIsOverWithTheNextOneAndWithASHutAccount() throws Exception {
    String email = name + "@example.org";
    make("how", "invite", "email", email);
    String first = mails.last(email, "invitation").path();
    browser.post("/admin/people/" + name + "/invite").andExpect(flash().attributeExists("saved"));
    browsers.open().get(first).andExpect(status().isGone());
    String second = mails.last(email, "invitation").path();
    browsers.open().get(second).andExpect(status().isOk());
    browser.post("/admin/people/" + name + "/disable");
    browsers.open().get(second).andExpect(status().isGone());
    browser.post("/admin/people/" + name + "/enable");
    assertThat(stateOf(name)).isEqualTo(AccountStatus.INVITED);
  }

  @Test
  void whatIsWrongStandsBesideItsField() throws Exception {
    assertThat(make("how", "invite").getResponse().getStatus()).isEqualTo(422);
    assertThat(make("how", "invite", "email", "no address").getResponse().getStatus())
        .isEqualTo(422);
    make("how", "password");
    assertThat(make("how", "password").getResponse().getStatus()).isEqualTo(422);
  }

  @Test
  void whoIsShutOutIsOutWithTheNextRequest() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser hers = browsers.signedIn(anna);
    hers.get("/profile").andExpect(status().isOk());
    browser
        .post("/admin/people/" + anna.username() + "/disable")
        .andExpect(redirectedUrl("/admin/people/" + anna.username()));
    hers.get("/profile").andExpect(redirectedUrl("/login"));
    browser.post("/admin/people/" + anna.username() + "/enable");
    browsers.signedIn(anna).get("/profile").andExpect(status().isOk());
  }

  @Test
  void anInvitationIsWrittenInTheLanguageChosenForWhomItInvites() throws Exception {
    // The administrator reads German; the organisation's language is English.
    browser.post("/profile/look", "language", "de");
    String email = name + "@example.org";
    make("how", "invite", "email", email);
    assertThat(mails.last(email, "invitation").text()).startsWith("Hello Bea");
    String other = name + "x";
    browser.post(
        "/admin/people",
        "name",
        "Bea Braun",
        "username",
        other,
        "email",
        other + "@example.org",
        "role",
        "EMPLOYEE",
        "how",
        "invite",
        "language",
        "de");
    assertThat(mails.last(other + "@example.org", "invitation").text()).startsWith("Guten Tag Bea");
    browser.post(
        "/admin/people/import/send",
        "csv",
        "name,email,language\nTa Ble," + name + "t@example.org,DE\nNo Way,n@example.org,fr\n");
    assertThat(mails.last(name + "t@example.org", "invitation").text())
        .startsWith("Guten Tag Ta Ble");
    assertThat(mails.to("n@example.org")).isEmpty();
  }

  @Test
  void twoWhoDeleteEachOtherAtOnceGetAnAnswerInWordsAndOneStays() throws Exception {
    for (String act : new String[] {"delete", "disable", "close"}) {
      for (int round = 0; round < 4; round++) {
        SignedIn one = people.admin("one");
        SignedIn two = people.admin("two");
        Browser first = browsers.signedIn(one);
        Browser second = browsers.signedIn(two);
        new JdbcTemplate(dataSource)
            .update(
                "update account set role = 'EMPLOYEE' where role = 'ADMIN' and id not in (?, ?)",
                one.id(),
                two.id());
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
          Future<MockHttpServletResponse> mine = threads.submit(() -> take(start, act, first, two));
          Future<MockHttpServletResponse> theirs =
              threads.submit(() -> take(start, act, second, one));
          for (MockHttpServletResponse answer : List.of(mine.get(), theirs.get())) {
            assertThat(answer.getStatus()).as(act).isIn(302, 422);
          }
        } finally {
          threads.shutdownNow();
        }
        assertThat(
                new JdbcTemplate(dataSource)
                    .queryForObject(
                        "select count(*) from account where role = 'ADMIN' and status = 'ACTIVE'",
                        Integer.class))
            .as(act)
            .isEqualTo(1);
      }
    }
  }

  private static MockHttpServletResponse take(
      CyclicBarrier start, String act, Browser browser, SignedIn other) throws Exception {
    start.await();
    return (act.equals("close")
            ? browser.post("/profile/account/close", "closePassword", TestPeople.PASSWORD)
            : browser.post("/admin/people/" + other.username() + "/" + act))
        .andReturn()
        .getResponse();
  }

  @Test
  void aSecondFactorIsDemandedAndTakenOff() throws Exception {
    SignedIn anna = people.employee("anna");
    String page = "/admin/people/" + anna.username();
    browser.post(page + "/demand-factor").andExpect(redirectedUrl(page));
    browser.get(page).andExpect(model().attribute("factorDemanded", true));
    browser.post(page + "/leave-factor").andExpect(redirectedUrl(page));
    browser.get(page).andExpect(model().attribute("factorDemanded", false));
    browser.post(page + "/reset-factor").andExpect(redirectedUrl(page));
    browser
        .post("/admin/people/nobody-there/reset-factor")
        .andExpect(redirectedUrl("/admin/people"))
        .andExpect(flash().attribute("problem", "admin.people.changed"));
  }

  @Test
  void aDeletedAccountTellsNothingOfItsOwnerAny() throws Exception {
    make("how", "password", "email", name + "@example.org");
    browser.post("/admin/people/" + name + "/delete");
    assertThat(directory.get(name)).isEmpty();
    assertThat(directory.find("bea brown", null, null, "", 100).items())
        .extracting(Directory.Entry::username)
        .doesNotContain(name);
    assertThat(directory.find("", AccountStatus.DELETED, null, "", 100).items())
        .allMatch(gone -> gone.email() == null && !gone.name().contains("Brown"));
    // Whoever still has the page open is told that somebody was quicker.
    browser
        .post("/admin/people/" + name + "/enable")
        .andExpect(redirectedUrl("/admin/people"))
        .andExpect(flash().attribute("problem", "admin.people.changed"));
  }

  @Test
  void aTableInvitesThoseWhoseLinesAreRight() throws Exception {
    String csv = "name,email\nBea," + name + "@x.org\nBen,no address\nBo,bo-" + name + "@x.org\n";
    browser
        .post("/admin/people/import", "csv", csv)
        .andExpect(status().isUnprocessableContent())
        .andExpect(model().attribute("fine", 2))
        .andExpect(model().attribute("wrong", 1));
    assertThat(directory.get(name)).isEmpty();
    browser
        .post("/admin/people/import/send", "csv", csv)
        .andExpect(redirectedUrl("/admin/people/import"))
        .andExpect(flash().attribute("sent", 2));
    assertThat(stateOf(name)).isEqualTo(AccountStatus.INVITED);
    assertThat(mails.to("bo-" + name + "@x.org")).hasSize(1);
    browser.post("/admin/people/import", "csv", csv).andExpect(model().attribute("fine", 0));
  }
}
