package org.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountLife;
import org.parley.account.DeviceService;
import org.parley.account.FreshSignIn;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.RateLimits;
import org.parley.account.RegistrationService;
import org.parley.account.SecretQuestions;
import org.parley.account.SignInService;
import org.parley.account.SignInThrottle;
import org.parley.account.SignedIn;
import org.parley.account.SipNames;
import org.parley.common.Settings;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestJournal;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.TestSettings;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.support.BindingAwareModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

@WebTest
class AccountIT {
  private static final String PAGE = "/profile/account";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestMails mails;
  @Autowired private TestJournal journal;
  @Autowired private People directory;
  @Autowired private AccountLife life;
  @Autowired private SignInService signIns;
  @Autowired private DeviceService devices;
  @Autowired private SipNames names;
  @Autowired private SecretQuestions questions;
  @Autowired private RegistrationService registrations;
  @Autowired private SignInThrottle throttle;
  @Autowired private RateLimits limits;
  @Autowired private FreshSignIn fresh;
  @Autowired private Settings settings;
  @Autowired private DataSource dataSource;

  // All browsers of these tests have one address.
  @BeforeEach
  void nobodyHasTriedYet() {
    jdbc().update("delete from sign_in_attempt");
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  private static String unique(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private void confirm(String address) throws Exception {
    String token = mails.last(address, "verify").path().replaceFirst(".*token=", "");
    browsers
        .open()
        .post("/verify", "token", token)
        .andExpect(redirectedUrl("/verify/done?result=CHANGED"));
  }

  @Test
  void aNewAddressCountsOnceItIsConfirmedAndTheOldOneIsTold() throws Exception {
    SignedIn anna = people.employee("anna");
    String next = unique("next") + "@example.org";
    browsers
        .signedIn(anna)
        .post(PAGE + "/email", "email", next, "emailPassword", TestPeople.PASSWORD)
        .andExpect(redirectedUrl(PAGE));
    assertThat(life.verifiedEmail(anna)).contains(TestPeople.email(anna));
    assertThat(life.view(anna).pending()).isEqualTo(next);
    confirm(next);
    assertThat(life.verifiedEmail(anna)).contains(next);
    assertThat(mails.last(TestPeople.email(anna), "emailChanged").text()).doesNotContain(next);
  }

  @Test
  void anAddressOfADomainThatGetsNoAccountIsRefusedBesideItsField() {
    SignedIn anna = people.employee("anna");
    AccountController bound =
        new AccountController(
            life,
            names,
            questions,
            registrations,
            throttle,
            limits,
            fresh,
            TestSettings.forDomains(settings, "example.org"));
    MockHttpServletRequest request = new MockHttpServletRequest();
    MockHttpServletResponse response = new MockHttpServletResponse();
    EmailForm form = new EmailForm("anna@example.com", TestPeople.PASSWORD);
    BindingResult errors = new BeanPropertyBindingResult(form, "emailForm");
    bound.email(
        anna,
        form,
        errors,
        request,
        response,
        new BindingAwareModelMap(),
        new RedirectAttributesModelMap());
    assertThat(response.getStatus()).isEqualTo(422);
    assertThat(Objects.requireNonNull(errors.getFieldError("email")).getCode())
        .isEqualTo("account.email.domain");
    assertThat(life.view(anna).pending()).isNull();
  }

  @Test
  void anAddressOfSomebodyElseIsNotTakenAndNotTold() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn bert = people.employee("bert");
    browsers
        .signedIn(anna)
        .post(
            PAGE + "/email", "email", TestPeople.email(bert), "emailPassword", TestPeople.PASSWORD)
        .andExpect(redirectedUrl(PAGE));
    assertThat(mails.to(TestPeople.email(bert)))
        .extracting(TestMails.Mail::kind)
        .containsExactly("taken");
  }

  @Test
  void nothingIsChangedWithoutThePassword() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    for (String password : new String[] {"", "wrong"}) {
      browser
          .post(PAGE + "/email", "email", "a@example.org", "emailPassword", password)
          .andExpect(status().isUnprocessableContent())
          .andExpect(model().attributeHasFieldErrors("emailForm", "emailPassword"));
      browser
          .post(PAGE + "/name", "user", unique("x"), "userPassword", password)
          .andExpect(model().attributeHasFieldErrors("sipNameForm", "userPassword"));
      browser
          .post(PAGE + "/close", "closePassword", password)
          .andExpect(model().attributeHasFieldErrors("closeForm", "closePassword"));
      browser
          .post(
              PAGE + "/question", "question", "Pet?", "answer", "Rex", "questionPassword", password)
          .andExpect(model().attributeHasFieldErrors("questionForm", "questionPassword"));
    }
    assertThat(mails.to("a@example.org")).isEmpty();
  }

  @Test
  void whoHasNoPasswordHasToHaveJustComeIn() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser stale = browsers.signedIn(anna);
    jdbc()
        .update(
            "delete a from SPRING_SESSION_ATTRIBUTES a join SPRING_SESSION s"
                + " on s.PRIMARY_ID = a.SESSION_PRIMARY_ID"
                + " where s.PRINCIPAL_NAME = ? and a.ATTRIBUTE_NAME like '%FreshSignIn'",
            anna.username());
    Browser fresh = browsers.signedIn(anna);
    jdbc().update("update account set password_hash = null where id = ?", anna.id());
    stale
        .post(PAGE + "/close")
        .andExpect(model().attributeHasFieldErrors("closeForm", "closePassword"));
    fresh.post(PAGE + "/close").andExpect(redirectedUrl("/login?closed"));
  }

  @Test
  void anotherSipNameIsWhatTheCoreSeesAndTheOldOneLeadsThere() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn bert = people.employee("bert");
    journal.call(anna.user(), "started").between(anna.user(), bert.user()).append();
    journal.call(anna.user(), "failed").between(anna.user(), bert.user()).append();
    journal.project();
    String next = unique("annie");
    browsers
        .signedIn(anna)
        .post(
            PAGE + "/name",
            "user",
            next.toUpperCase(java.util.Locale.ROOT),
            "userPassword",
            TestPeople.PASSWORD)
        .andExpect(redirectedUrl(PAGE));
    assertThat(signIns.current(anna.id()).orElseThrow().user()).isEqualTo(next);
    Map<String, Object> former =
        jdbc().queryForMap("select * from kamailio_former_name where former = ?", anna.user());
    assertThat(former.get("sip_user")).isEqualTo(next);
    assertThat(Long.parseLong(String.valueOf(former.get("rings_until"))))
        .isGreaterThan(System.currentTimeMillis() / 1000 + 700 * 3600);
    assertThat(directory.find(anna.user()).map(Person::user)).contains(next);
    assertThat(Json.of(browsers.signedIn(bert).json("/api/history")).each("/calls", "user"))
        .contains(next);
    browsers.open().signIn(anna.username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void whatSomebodyWasCalledNobodyElseIsEverCalled() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn bert = people.employee("bert");
    Browser mine = browsers.signedIn(anna);
    mine.post(PAGE + "/name", "user", unique("annie"), "userPassword", TestPeople.PASSWORD);
    Browser other = browsers.signedIn(bert);
    for (String taken : new String[] {anna.user(), "Postmaster"}) {
      other
          .post(PAGE + "/name", "user", taken, "userPassword", TestPeople.PASSWORD)
          .andExpect(status().isUnprocessableContent())
          .andExpect(model().attributeHasFieldErrors("sipNameForm", "user"));
    }
    mine.post(PAGE + "/name", "user", anna.user(), "userPassword", TestPeople.PASSWORD)
        .andExpect(redirectedUrl(PAGE));
    assertThat(signIns.current(anna.id()).orElseThrow().user()).isEqualTo(anna.user());
  }

  @Test
  void aNameIsChangedThreeTimesADay() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    for (int i = 0; i < RateLimits.Limit.SIP_NAME.most(); i++) {
      browser
          .post(PAGE + "/name", "user", unique("n"), "userPassword", TestPeople.PASSWORD)
          .andExpect(redirectedUrl(PAGE));
    }
    browser
        .post(PAGE + "/name", "user", unique("n"), "userPassword", TestPeople.PASSWORD)
        .andExpect(status().isTooManyRequests());
  }

  @Test
  void aClosedAccountLeavesNothingOfItsOwnerButAPlaceInTheHistoryOfOthers() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn bert = people.employee("bert");
    devices.add(anna.username(), "Kitchen");
    jdbc()
        .update(
            "insert into profile (account_id, about, about_for, work_for, place_for,"
                + " languages_for, phones_for, links_for)"
                + " values (?, 'sings', 'NOBODY', 'NOBODY', 'NOBODY', 'NOBODY', 'NOBODY', 'NOBODY')",
            anna.id());
    journal.call(anna.user(), "started").between(anna.user(), bert.user()).append();
    journal.call(anna.user(), "failed").between(anna.user(), bert.user()).append();
    journal.accepted(anna.user(), bert.user(), TestJournal.fresh(), "farewell").append();
    journal.project();
    Browser elsewhere = browsers.signedIn(anna);
    browsers
        .signedIn(anna)
        .post(PAGE + "/close", "closePassword", TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/login?closed"));
    elsewhere.get("/profile").andExpect(redirectedUrl("/login"));
    browsers
        .open()
        .signIn(anna.username(), TestPeople.PASSWORD)
        .andExpect(request().attribute("signInProblem", "account.signIn.wrong"));
    Map<String, Object> row = jdbc().queryForMap("select * from account where id = ?", anna.id());
    assertThat(row.values()).doesNotContain(anna.username(), anna.name(), TestPeople.email(anna));
    assertThat(row.get("status")).isEqualTo("DELETED");
    assertThat(
            jdbc()
                .queryForObject(
                    "select count(*) from profile where account_id = ?", Integer.class, anna.id()))
        .isZero();
    assertThat(
            jdbc()
                .queryForObject(
                    "select rings_until <= unix_timestamp() from kamailio_former_name"
                        + " where former = ?",
                    Integer.class,
                    anna.user()))
        .isEqualTo(1);
    Json calls = Json.of(browsers.signedIn(bert).json("/api/history"));
    assertThat(calls.each("/calls", "name")).containsExactly("Former colleague");
    assertThat(calls.each("/calls", "user")).containsExactly("former-" + anna.id());
    Json talks = Json.of(browsers.signedIn(bert).json("/api/conversations"));
    assertThat(talks.each("/conversations", "name")).containsExactly("Former colleague");

    // In the language of whoever reads it, and after the history was made anew of the journal.
    Browser berts = browsers.signedIn(bert);
    berts.post("/profile/look", "language", "de");
    jdbc().update("delete from former_name where account_id = ?", anna.id());
    journal.call(anna.user(), "started").between(anna.user(), bert.user()).append();
    journal.call(anna.user(), "failed").between(anna.user(), bert.user()).append();
    journal.project();
    calls = Json.of(berts.json("/api/history"));
    assertThat(calls.each("/calls", "name")).containsOnly("Ehemals im Team");
    assertThat(calls.each("/calls", "user")).containsOnly("former-" + anna.id());
    assertThat(Json.of(berts.json("/api/conversations")).each("/conversations", "name"))
        .containsExactly("Ehemals im Team");

    // Nobody gets the name again, and the log shows it to nobody.
    assertThat(taken(anna.user())).isTrue();
    SignedIn root = people.admin("root");
    String log =
        browsers
            .signedIn(root)
            .post("/admin/audit/export", "subject", "former-" + anna.id())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(log)
        .contains("account-deleted", "device-added", "Former colleague (" + anna.id() + ")")
        .doesNotContain(anna.username(), "Kitchen");
  }

  private boolean taken(String name) throws Exception {
    return browsers
            .signedIn(people.employee("bold"))
            .post(PAGE + "/name", "user", name, "userPassword", TestPeople.PASSWORD)
            .andReturn()
            .getResponse()
            .getStatus()
        == 422;
  }

  @Test
  void aQuestionIsSetReplacedAndRemoved() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    for (String question : new String[] {"Pet?", "Street?"}) {
      browser
          .post(
              PAGE + "/question",
              "question",
              question,
              "answer",
              "Rex the dog",
              "questionPassword",
              TestPeople.PASSWORD)
          .andExpect(redirectedUrl(PAGE));
    }
    browser.get(PAGE).andExpect(model().attribute("question", "Street?"));
    browser
        .post(PAGE + "/question/remove", "removePassword", TestPeople.PASSWORD)
        .andExpect(redirectedUrl(PAGE));
    assertThat(
            jdbc()
                .queryForObject(
                    "select count(*) from secret_question where account_id = ?",
                    Integer.class,
                    anna.id()))
        .isZero();
  }

  @Test
  void whenToBeMailedIsChosen() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    for (String choice : new String[] {"never", "0", "60", "usual"}) {
      browser.post(PAGE + "/mails", "delay", choice).andExpect(redirectedUrl(PAGE));
      browser.get(PAGE).andExpect(model().attribute("offlineMail", choice));
    }
  }
}
