package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.account.AccountService;
import org.parley.audit.Act;
import org.parley.audit.Party;
import org.parley.config.SettingsLoader;
import org.parley.factor.SecondFactors;
import org.parley.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

@DatabaseTest
class CommandsIT {
  @Autowired private UserCommand user;
  @Autowired private DemoCommand demo;
  @Autowired private AccountService accounts;
  @Autowired private SecondFactors factors;
  @Autowired private DataSource dataSource;
  @Autowired private UserDetailsService signIns;
  @Autowired private PasswordEncoder passwords;
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String name = "cli-" + UUID.randomUUID().toString().substring(0, 8);

  private int run(Command command, String... words) {
    out.reset();
    err.reset();
    return command.run(
        List.of(words),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private int runWithInput(String input, String... words) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(user, words);
    } finally {
      System.setIn(before);
    }
  }

  private boolean opens(String password) {
    return passwords.matches(password, signIns.loadUserByUsername(name).getPassword());
  }

  private String printed(String label) {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(label + ": "))
        .map(line -> line.substring(label.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void addMakesAnAccountWithThePrintedPassword() {
    assertThat(run(user, "add", name, "--name", "Cleo Imhof")).isZero();
    assertThat(opens(printed("password"))).isTrue();
    assertThat(run(user, "add", name)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("taken");
  }

  @Test
  void addTakesAPasswordFromItsInputAndPrintsNone() {
    assertThat(runWithInput("a lamp on the stairs\n", "add", name, "--stdin")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("lamp", "password");
    assertThat(opens("a lamp on the stairs")).isTrue();
  }

  @Test
  void addSaysInWordsWhyAPasswordWillNotDo() {
    assertThat(runWithInput("short\n", "add", name, "--stdin")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("10").doesNotContain("account.");
    assertThat(accounts.exists(name)).isFalse();
  }

  @Test
  void addRefusesWhatIsNoName() {
    assertThat(run(user, "add", "No Spaces")).isEqualTo(1);
    assertThat(run(user, "add", name, "--name", "a\nb")).isEqualTo(1);
    assertThat(accounts.exists(name)).isFalse();
  }

  @Test
  void passwdChangesThePassword() {
    run(user, "add", name);
    String first = printed("password");
    assertThat(run(user, "passwd", name)).isZero();
    assertThat(opens(printed("password"))).isTrue();
    assertThat(opens(first)).isFalse();
  }

  @Test
  void disableAndEnableShowInTheList() {
    run(user, "add", name, "--admin");
    run(user, "disable", name);
    assertThat(listed()).contains("ADMIN", "DISABLED");
    run(user, "enable", name);
    assertThat(listed()).contains("ACTIVE");
  }

  private String listed() {
    assertThat(run(user, "list")).isZero();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void devicePrintsWhatAPhoneNeeds() {
    run(user, "add", name);
    assertThat(run(user, "device", name, "--label", "Hall")).isZero();
    assertThat(printed("user")).startsWith(name + "-");
    assertThat(printed("password")).hasSizeGreaterThan(19);
    assertThat(printed("address")).startsWith("sip:" + name + "@");
  }

  @Test
  void whoHasLostTheSecondFactorGetsInWithoutAndTheLogSaysSo() {
    run(user, "add", name, "--admin");
    Party owner = accounts.party(name);
    factors.begin(owner.id(), name);
    new JdbcTemplate(dataSource)
        .update(
            "update second_factor set confirmed_at = created_at where account_id = ?", owner.id());
    assertThat(factors.isOn(owner.id())).isTrue();
    assertThat(run(user, "reset-factor", name)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("second factor of " + name);
    assertThat(factors.isOn(owner.id())).isFalse();
    assertThat(
            new JdbcTemplate(dataSource)
                .queryForList(
                    "select act from audit where subject_id = ? and actor_id is null",
                    String.class,
                    owner.id()))
        .contains(Act.FACTOR_RESET.key());
    assertThat(run(user, "reset-factor", name)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("had no second factor");
  }

  @Test
  void misuseIsTold() {
    assertThat(run(user)).isEqualTo(2);
    assertThat(run(user, "frobnicate", name)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage");
  }

  @Test
  void demoPeopleAreMadeOnce() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("demo.json"),
            """
            {"baseUrl":"http://localhost","people":[
             {"username":"%s","password":"0000-1111-2222-3333","name":"Dee Mo","role":"EMPLOYEE"}]}
            """
                .formatted(name));
    assertThat(run(demo, file.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("1 ");
    assertThat(opens("0000-1111-2222-3333")).isTrue();
    assertThat(run(demo, file.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("0 ");
  }

  @Test
  void theWholeCommandLineRuns() {
    String file = System.getProperty(SettingsLoader.FILE_PROPERTY);
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(Parley.run(new String[] {"-c", file, "migrate"}, to, to)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("schema version");
    assertThat(Parley.run(new String[] {"-c", file, "user", "disable", "nobody-there"}, to, to))
        .isEqualTo(1);
    assertThat(Parley.run(new String[] {"-c"}, to, to)).isEqualTo(2);
  }
}
