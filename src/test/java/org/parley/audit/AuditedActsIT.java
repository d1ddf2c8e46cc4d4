package org.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountService;
import org.parley.account.DeviceService;
import org.parley.account.Role;
import org.parley.account.SignedIn;
import org.parley.factor.SecondFactors;
import org.parley.mail.MailSettings;
import org.parley.testing.Browser;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.TestProviders;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;

/** Walks over every act that is to be noted, by the addresses that people use. */
@WebTest
class AuditedActsIT {
  private static final String ACCOUNT = "/profile/account";
  private static final String PASSWORD = TestPeople.PASSWORD;
  private static final String ANOTHER = "another quiet battery";

  /** Proven where their servers are: here they are met on the way. */
  private static final Set<Act> ALL = EnumSet.allOf(Act.class);

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestMails mails;
  @Autowired private AccountService accounts;
  @Autowired private DeviceService devices;
  @Autowired private MailSettings mailSettings;
  @Autowired private DataSource dataSource;

  private final Set<String> seen = new LinkedHashSet<>();
  private final TestProviders providers = TestProviders.running();

  @AfterEach
  void asItWas() {
    mailSettings.forget();
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  private long last() {
    return Objects.requireNonNull(
        jdbc().queryForObject("select coalesce(max(id), 0) from audit", Long.class));
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Does something, and looks at the lines it leaves: these acts, of this subject. */
  private void leaves(String subject, Step step, Act... acts) throws Exception {
    long before = last();
    step.run();
    List<Map<String, Object>> lines =
        jdbc().queryForList("select * from audit where id > ? order by id", before);
    assertThat(lines.stream().map(line -> line.get("act")))
        .containsExactlyElementsOf(Arrays.stream(acts).map(Act::key).toList());
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("subject")).isEqualTo(subject);
              assertThat(line.get("address")).isEqualTo("127.0.0.1");
              assertThat(String.valueOf(line.get("detail"))).doesNotContain(PASSWORD, ANOTHER);
            });
    for (Act act : acts) {
      seen.add(act.key());
    }
  }

  @Test
  void everyActLeavesItsLine() throws Exception {
    jdbc().update("delete from mail");
    SignedIn root = people.admin("root");
    Browser admin = browsers.signedIn(root);
    whoComesByThemselves(admin);
    whoIsInvited(admin);
    whatPeopleDoWithTheirAccounts();
    whatAdministratorsDo(admin);
    whatCommandsOfTheMachineDo();
    Set<String> expected = new TreeSet<>();
    ALL.forEach(act -> expected.add(act.key()));
    assertThat(new TreeSet<>(seen)).isEqualTo(expected);
  }

  private void whoComesByThemselves(Browser admin) throws Exception {
    String name = "newcomer-" + unique();
    String email = name + "@example.org";
    Browser browser = browsers.open();
    leaves(
        name,
        () ->
            browser
                .post(
                    "/register",
                    "username",
                    name,
                    "name",
                    "Nora New",
                    "email",
                    email,
                    "password",
                    PASSWORD)
                .andExpect(status().is3xxRedirection()),
        Act.ACCOUNT_REGISTERED);
    String token = mails.last(email, "verify").link().replaceFirst(".*token=", "");
    leaves(name, () -> browser.post("/verify", "token", token), Act.EMAIL_CONFIRMED);
    leaves(name, () -> act(admin, name, "approve"), Act.ACCOUNT_APPROVED);

    leaves(name, () -> browser.post("/forgot", "who", name), Act.RESET_REQUESTED);
    String reset = mails.last(email, "reset").link().replaceFirst(".*token=", "");
    leaves(
        name,
        () ->
            browser
                .post("/reset", "token", reset, "next", ANOTHER)
                .andExpect(status().is3xxRedirection()),
        Act.PASSWORD_RESET);
  }

  private void whoIsInvited(Browser admin) throws Exception {
    String name = "invited-" + unique();
    String email = name + "@example.org";
    leaves(
        name,
        () ->
            admin
                .post(
                    "/admin/people",
                    "name",
                    "Ina Invited",
                    "username",
                    name,
                    "email",
                    email,
                    "role",
                    "EMPLOYEE",
                    "how",
                    "invite")
                .andExpect(redirectedUrl("/admin/people/" + name)),
        Act.ACCOUNT_INVITED);
    leaves(name, () -> act(admin, name, "invite"), Act.ACCOUNT_INVITED);
    String link = mails.last(email, "invitation").path();
    leaves(
        name,
        () ->
            browsers
                .open()
                .post(link, "name", "Ina Invited", "password", PASSWORD)
                .andExpect(status().is3xxRedirection()),
        Act.INVITATION_ACCEPTED);
    String byTable = "table-" + unique();
    leaves(
        byTable,
        () ->
            admin
                .post(
                    "/admin/people/import/send",
                    "csv",
                    "name,email\nTa Ble," + byTable + "@a.example\n")
                .andExpect(status().is3xxRedirection()),
        Act.ACCOUNT_INVITED);
  }

  private void whatPeopleDoWithTheirAccounts() throws Exception {
    SignedIn anna = people.employee("anna");
    String name = anna.username();
    Browser browser = browsers.signedIn(anna);
    leaves(
        name,
        () ->
            done(browser.post("/profile/security/password", "current", PASSWORD, "next", ANOTHER)),
        Act.PASSWORD_CHANGED);
    leaves(
        name,
        () ->
            done(
                browser.post(
                    ACCOUNT + "/question",
                    "question",
                    "Pet?",
                    "answer",
                    "Rex the dog",
                    "questionPassword",
                    ANOTHER)),
        Act.QUESTION_SET);
    leaves(
        name,
        () -> done(browser.post(ACCOUNT + "/question/remove", "removePassword", ANOTHER)),
        Act.QUESTION_REMOVED);

    String next = "next-" + unique() + "@example.org";
    leaves(
        name,
        () -> done(browser.post(ACCOUNT + "/email", "email", next, "emailPassword", ANOTHER)));
    String token = mails.last(next, "verify").link().replaceFirst(".*token=", "");
    leaves(name, () -> done(browser.post("/verify", "token", token)), Act.EMAIL_CHANGED);
    leaves(
        name,
        () ->
            done(browser.post(ACCOUNT + "/name", "user", "n-" + unique(), "userPassword", ANOTHER)),
        Act.SIP_NAME_CHANGED);

    leaves(name, () -> done(browser.post("/profile/devices", "label", "Desk")), Act.DEVICE_ADDED);
    long device =
        Objects.requireNonNull(
            jdbc()
                .queryForObject(
                    "select id from sip_device where account_id = ?", Long.class, anna.id()));
    leaves(
        name,
        () -> done(browser.post("/profile/devices/" + device + "/revoke")),
        Act.DEVICE_REVOKED);

    Browser elsewhere = browsers.open();
    elsewhere.signIn(name, ANOTHER);
    leaves(
        name,
        () -> done(browser.post("/profile/devices/browsers/" + other(anna) + "/end")),
        Act.SIGNED_OUT);
    leaves(
        name,
        () -> done(browser.post("/profile/devices/browsers/end-others")),
        Act.SIGNED_OUT_EVERYWHERE);

    link(anna, browser);
    factor(anna, browser);
    leaves(
        name,
        () -> done(browser.post(ACCOUNT + "/close", "closePassword", ANOTHER)),
        Act.ACCOUNT_DELETED);
  }

  /** The session that was begun last. */
  private String other(SignedIn person) {
    String id =
        jdbc()
            .queryForObject(
                "select PRIMARY_ID from SPRING_SESSION where PRINCIPAL_NAME = ?"
                    + " order by CREATION_TIME desc limit 1",
                String.class,
                person.username());
    return Objects.requireNonNull(id);
  }

  private void link(SignedIn anna, Browser browser) throws Exception {
    String subject = UUID.randomUUID().toString();
    providers.tell("google", subject, Map.of("email", subject + "@example.org"));
    String word =
        String.valueOf(
            Objects.requireNonNull(browser.get("/profile/security").andReturn().getModelAndView())
                .getModel()
                .get("linkWord"));
    String start =
        Objects.requireNonNull(
            browser
                .get("/oauth2/authorization/google?link=" + word)
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    URI back = providers.visit(start);
    leaves(
        anna.username(),
        () -> browser.get(back.getPath() + "?" + back.getQuery()),
        Act.PROVIDER_LINKED);
    leaves(
        anna.username(),
        () -> done(browser.post("/profile/security/providers/google/unlink")),
        Act.PROVIDER_UNLINKED);
  }

  private void factor(SignedIn anna, Browser browser) throws Exception {
    String page = "/profile/security/factor";
    SecondFactors.Setup setup =
        (SecondFactors.Setup) Objects.requireNonNull(model(browser.post(page + "/begin"), "setup"));
    List<?>[] codes = new List<?>[1];
    leaves(
        anna.username(),
        () ->
            codes[0] =
                (List<?>)
                    Objects.requireNonNull(
                        model(
                            browser.post(page + "/confirm", "code", code(setup.secret())),
                            "codes")),
        Act.FACTOR_ADDED);
    leaves(
        anna.username(),
        () -> done(browser.post(page + "/remove", "code", String.valueOf(codes[0].get(0)))),
        Act.FACTOR_REMOVED);
  }

  private void whatAdministratorsDo(Browser admin) throws Exception {
    String name = "made-" + unique();
    leaves(
        name,
        () ->
            admin.post(
                "/admin/people",
                "name",
                "Mia Made",
                "username",
                name,
                "email",
                "",
                "role",
                "EMPLOYEE",
                "how",
                "password"),
        Act.ACCOUNT_CREATED);
    leaves(name, () -> act(admin, name, "disable"), Act.ACCOUNT_DISABLED);
    leaves(name, () -> act(admin, name, "enable"), Act.ACCOUNT_ENABLED);
    leaves(name, () -> act(admin, name, "role", "role", "ADMIN"), Act.ROLE_CHANGED);
    leaves(name, () -> act(admin, name, "sign-out"), Act.SIGNED_OUT_EVERYWHERE);
    leaves(name, () -> act(admin, name, "demand-factor"), Act.SETTING_CHANGED);
    leaves(name, () -> act(admin, name, "leave-factor"), Act.SETTING_CHANGED);
    leaves(name, () -> act(admin, name, "reset-factor"), Act.FACTOR_RESET);
    leaves(name, () -> act(admin, name, "delete"), Act.ACCOUNT_DELETED);

    String[] settings = {
      "host",
      "127.0.0.1",
      "port",
      "1",
      "tls",
      "NONE",
      "from",
      "a@example.org",
      "to",
      "b@example.org"
    };
    leaves("b@example.org", () -> mail(admin, "test", settings), Act.MAIL_TESTED);
    leaves("mail", () -> mail(admin, "save", settings), Act.SETTING_CHANGED);
    leaves("mail", () -> mail(admin, "forget", settings), Act.SETTING_CHANGED);
    jdbc()
        .update(
            "insert into mail (uid, kind, recipient, subject, state, created_at, next_at)"
                + " values (uuid(), 'test', 'x@example.org', 's', 'FAILED', now(6), now(6))");
    long id =
        Objects.requireNonNull(
            jdbc().queryForObject("select max(id) from mail where state = 'FAILED'", Long.class));
    leaves(
        "x@example.org", () -> done(admin.post("/admin/mail/" + id + "/retry")), Act.MAIL_RETRIED);
    leaves(
        "x@example.org",
        () -> done(admin.post("/admin/mail/" + id + "/discard")),
        Act.MAIL_DISCARDED);
    leaves(
        "", () -> admin.post("/admin/audit/export").andExpect(status().isOk()), Act.AUDIT_EXPORTED);
  }

  /** Nobody has signed in for them. */
  private void whatCommandsOfTheMachineDo() {
    String name = "command-" + unique();
    long before = last();
    accounts.createByCommand(name, "Con Sole", null, PASSWORD, Role.EMPLOYEE);
    accounts.setPasswordByCommand(name, ANOTHER);
    devices.add(name, "Desk");
    accounts.changeStatus(name, org.parley.account.AccountStatus.DISABLED);
    accounts.changeStatus(name, org.parley.account.AccountStatus.ACTIVE);
    assertThat(
            jdbc()
                .queryForList(
                    "select concat(act, actor, subject) from audit where id > ? order by id",
                    String.class,
                    before))
        .containsExactly(
            "account-created" + name,
            "password-changed" + name,
            "device-added" + name,
            "account-disabled" + name,
            "account-enabled" + name);
  }

  private static void act(Browser admin, String name, String act, String... fields)
      throws Exception {
    done(admin.post("/admin/people/" + name + "/" + act, fields));
  }

  private static void mail(Browser admin, String act, String... settings) throws Exception {
    String[] fields = Arrays.copyOf(settings, settings.length + 2);
    fields[settings.length] = "act";
    fields[settings.length + 1] = act;
    admin.post("/admin/mail", fields);
  }

  private static void done(ResultActions answer) throws Exception {
    int code = answer.andReturn().getResponse().getStatus();
    assertThat(code).isBetween(200, 399);
  }

  private static Object model(ResultActions page, String name) {
    return Objects.requireNonNull(
        Objects.requireNonNull(page.andReturn().getModelAndView()).getModel().get(name));
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** What an authenticator app shows (RFC 6238). */
  private static String code(String secret) throws Exception {
    ByteBuffer key = ByteBuffer.allocate(20);
    int bits = 0;
    int held = 0;
    for (char digit : secret.replace(" ", "").toCharArray()) {
      held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digit);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        key.put((byte) (held >> bits));
      }
    }
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key.array(), "HmacSHA1"));
    byte[] hash =
        mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30).array());
    int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
    return "%06d".formatted(number % 1_000_000);
  }
}
