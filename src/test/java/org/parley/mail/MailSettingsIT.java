package org.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.parley.testing.Browser;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.TestSettings;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class MailSettingsIT {
  private static final String PASSWORD = "pässword of the mail server";

  @Autowired private MailSettings mailSettings;
  @Autowired private MailSettingsDao stored;
  @Autowired private OutboxDao outboxDao;
  @Autowired private OutboxService service;
  @Autowired private Outbox outbox;
  @Autowired private SmtpTrial trial;
  @Autowired private Settings settings;
  @Autowired private SecureRandom random;
  @Autowired private Clock clock;
  @Autowired private TestMails mails;
  @Autowired private TestPeople people;
  @Autowired private Browser.Factory browsers;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;

  private SignedIn admin;
  private Browser browser;

  @BeforeEach
  void anAdministratorLooksAtTheSettings() throws Exception {
    mails.empty();
    admin = people.admin("post");
    browser = browsers.signedIn(admin);
  }

  @AfterEach
  void theDefaultsCountAgain() {
    mailSettings.forget();
    mails.empty();
  }

  private static Settings.Mail server(int port, @Nullable String user, @Nullable String password) {
    return new Settings.Mail(
        "127.0.0.1",
        port,
        Settings.Mail.Tls.NONE,
        user,
        password == null ? null : new Secret(password),
        "desk@example.org",
        false);
  }

  private ResultActions post(String act, int port, String user, String password, String to)
      throws Exception {
    return browser.post(
        "/admin/mail",
        "act",
        act,
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(port),
        "tls",
        "NONE",
        "user",
        user,
        "password",
        password,
        "from",
        "desk@example.org",
        "to",
        to);
  }

  private Map<String, Object> row() {
    return new JdbcTemplate(dataSource).queryForMap("select * from mail_setting where id = 1");
  }

  private String lastAct(String act) {
    return Objects.requireNonNull(
        new JdbcTemplate(dataSource)
            .queryForObject(
                "select detail from audit where act = ? and actor = ? order by id desc limit 1",
                String.class,
                act,
                admin.username()));
  }

  private void put(String address) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                outbox.put(
                    Letter.of("test", address, null, Locale.ENGLISH).words("Parley", "noon")));
  }

  private SmtpCourier node() {
    return new SmtpCourier(mailSettings, settings, clock);
  }

  @Test
  void aSavedChangeCountsOnEveryNodeAtOnce() throws Exception {
    OutboxPump first = new OutboxPump(service, node());
    OutboxPump second = new OutboxPump(service, node());
    put("a@example.org");
    first.step();
    assertThat(mails.row(idOf("a@example.org")).get("tries")).isEqualTo(1);
    try (StubbornServer server = new StubbornServer(Map.of())) {
      post("save", server.port(), "", "", "").andExpect(redirectedUrl("/admin/mail"));
      // What waited for another try is sent now, and by the other node what comes.
      first.step();
      assertThat(server.bodies()).isEqualTo(1);
      first.rest();
      put("b@example.org");
      second.step();
      assertThat(server.bodies()).isEqualTo(2);
      second.rest();
    }
    assertThat(lastAct("setting-changed")).contains("127.0.0.1:25 ", "<desk@example.org>");
  }

  private long idOf(String address) {
    return Objects.requireNonNull(
        new JdbcTemplate(dataSource)
            .queryForObject("select id from mail where recipient = ?", Long.class, address));
  }

  @Test
  void thePasswordIsEncryptedNeverShownAndKeptWhileTheServerStays() throws Exception {
    post("save", 2525, "parley", PASSWORD, "").andExpect(redirectedUrl("/admin/mail"));
    byte[] closed = (byte[]) row().get("password");
    assertThat(new String(closed, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("pässword");
    assertThat(mailSettings.now().password()).isEqualTo(new Secret(PASSWORD));
    browser
        .get("/admin/mail")
        .andExpect(status().isOk())
        .andExpect(model().attribute("source", "SAVED"));
    assertThat(String.valueOf(Objects.requireNonNull(form()))).doesNotContain("pässword");
    assertThat(lastAct("setting-changed")).contains("password-changed").doesNotContain("pässword");

    // Another sender: the password stays.
    browser
        .post(
            "/admin/mail",
            "act",
            "save",
            "host",
            "127.0.0.1",
            "port",
            "2525",
            "tls",
            "NONE",
            "user",
            "parley",
            "password",
            "",
            "from",
            "other@example.org")
        .andExpect(redirectedUrl("/admin/mail"));
    assertThat(mailSettings.now().password()).isEqualTo(new Secret(PASSWORD));
    assertThat(mailSettings.now().from()).isEqualTo("other@example.org");

    // Another server, or a test against one: nobody gets it sent there.
    for (String act : new String[] {"save", "test"}) {
      post(act, 2526, "parley", "", "a@example.org")
          .andExpect(status().is(422))
          .andExpect(model().attributeHasFieldErrors("form", "password"));
    }
    // A row whose server somebody changes past the portal gives nothing away either.
    new JdbcTemplate(dataSource)
        .update("update mail_setting set host = 'evil.example' where id = 1");
    assertThat(mailSettings.now().password()).isNull();
  }

  private @Nullable Object form() throws Exception {
    return Objects.requireNonNull(browser.get("/admin/mail").andReturn().getModelAndView())
        .getModel()
        .get("form");
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() throws Exception {
    browser
        .post(
            "/admin/mail",
            "act",
            "save",
            "host",
            "no server",
            "port",
            "70000",
            "tls",
            "SSL3",
            "user",
            "",
            "password",
            "",
            "from",
            "nobody",
            "to",
            "")
        .andExpect(status().is(422))
        .andExpect(model().attributeHasFieldErrors("form", "host", "port", "tls", "from"));
    browser
        .post(
            "/admin/mail",
            "act",
            "test",
            "host",
            "",
            "port",
            "25",
            "tls",
            "NONE",
            "from",
            "desk@example.org",
            "to",
            "")
        .andExpect(status().is(422))
        .andExpect(model().attributeHasFieldErrors("form", "host", "to"));
    assertThat(mailSettings.source()).isEqualTo(MailSettings.Source.DEFAULT);
  }

  @Test
  void aTestTriesWhatIsShownAndNotWhatIsSaved() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      browser.get("/admin/mail").andExpect(status().isOk());
      post("test", server.getSmtp().getPort(), "", "", "me@example.org")
          .andExpect(status().isOk())
          .andExpect(model().attribute("test", new SmtpTrial.Outcome(null, "")));
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(server.getReceivedMessages()[0].getFrom()[0].toString())
          .contains("desk@example.org");
    } finally {
      server.stop();
    }
    assertThat(mailSettings.source()).isEqualTo(MailSettings.Source.DEFAULT);
    assertThat(lastAct("mail-tested")).endsWith(", sent");
  }

  @Test
  void aTestSaysPlainlyWhatFailed() throws Exception {
    int nobody;
    try (StubbornServer server = new StubbornServer(Map.of())) {
      nobody = server.port();
    }
    assertThat(problem(server(nobody, null, null))).isEqualTo(SmtpProblem.CONNECT);
    Settings.Mail unknown =
        new Settings.Mail(
            "no-such-host.invalid", 25, Settings.Mail.Tls.NONE, null, null, "a@example.org", false);
    assertThat(problem(unknown)).isEqualTo(SmtpProblem.HOST);
    assertThat(with(Map.of("MAIL", "550 not you"))).isEqualTo(SmtpProblem.SENDER);
    assertThat(with(Map.of("RCPT", "550 no such user"))).isEqualTo(SmtpProblem.RECIPIENT);
    assertThat(with(Map.of("MAIL", "530 sign in first"))).isEqualTo(SmtpProblem.LOGIN_WANTED);
    assertThat(with(Map.of("DATA", "554 no"))).isEqualTo(SmtpProblem.OTHER);
    try (StubbornServer server = new StubbornServer(Map.of())) {
      assertThat(problem(by(server.port(), Settings.Mail.Tls.STARTTLS)))
          .isEqualTo(SmtpProblem.STARTTLS);
      assertThat(problem(by(server.port(), Settings.Mail.Tls.TLS))).isEqualTo(SmtpProblem.TLS);
    }
    GreenMail locked = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    locked.setUser("parley", "right");
    locked.start();
    try {
      int port = locked.getSmtp().getPort();
      assertThat(problem(server(port, "parley", "wrong"))).isEqualTo(SmtpProblem.LOGIN);
      assertThat(problem(server(port, "parley", "right"))).isNull();
    } finally {
      locked.stop();
    }
    GreenMail own = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    own.start();
    try {
      assertThat(problem(by(own.getSmtps().getPort(), Settings.Mail.Tls.TLS)))
          .isEqualTo(SmtpProblem.CERTIFICATE);
    } finally {
      own.stop();
    }
  }

  private static Settings.Mail by(int port, Settings.Mail.Tls tls) {
    return new Settings.Mail("127.0.0.1", port, tls, null, null, "desk@example.org", false);
  }

  private @Nullable SmtpProblem with(Map<String, String> answers) {
    try (StubbornServer server = new StubbornServer(answers)) {
      return problem(server(server.port(), null, null));
    }
  }

  private @Nullable SmtpProblem problem(Settings.Mail by) {
    return trial
        .send(Letter.of("test", "a@example.org", null, Locale.ENGLISH).words("P", "x"), by)
        .problem();
  }

  @Test
  void whatTheOperatorSetsExplicitlyDecides() {
    Settings.Mail fixed =
        new Settings.Mail(
            "mail.example.org", 587, Settings.Mail.Tls.STARTTLS, null, null, "x@example.org", true);
    mailSettings.save(server(2525, null, null));
    MailSettings operated =
        new MailSettings(stored, outboxDao, TestSettings.withMail(settings, fixed), random, clock);
    assertThat(operated.source()).isEqualTo(MailSettings.Source.OPERATOR);
    assertThat(operated.now()).isEqualTo(fixed);
    assertThatThrownBy(() -> operated.save(server(25, null, null)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(operated::forget).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDefaultsCountAgainWhenAnAdministratorWants() throws Exception {
    post("save", 2525, "", "", "").andExpect(flash().attribute("saved", "mails.saved"));
    assertThat(mailSettings.now().port()).isEqualTo(2525);
    browser.post("/admin/mail", "act", "forget").andExpect(redirectedUrl("/admin/mail"));
    assertThat(mailSettings.now()).isEqualTo(settings.mail());
  }
}
