package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.audit.AuditFilter;
import org.parley.audit.AuditLine;
import org.parley.audit.AuditLog;
import org.parley.common.NotFoundException;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class AccountAdministrationIT {
  @Autowired private AccountAdministration administration;
  @Autowired private AccountService accounts;
  @Autowired private Directory directory;
  @Autowired private AuditLog audit;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;

  private final List<Long> otherAdministrators = new ArrayList<>();
  private JdbcTemplate jdbc;
  private SignedIn root;

  @BeforeEach
  void oneAdministrator() {
    jdbc = new JdbcTemplate(dataSource);
    // Administrators that other tests left would make it impossible to be the last one.
    otherAdministrators.addAll(
        jdbc.queryForList(
            "select id from account where role = 'ADMIN' and status = 'ACTIVE'", Long.class));
    otherAdministrators.forEach(
        id -> jdbc.update("update account set status = 'DISABLED' where id = ?", id));
    root = people.admin("root");
  }

  @AfterEach
  void theOthersAreBack() {
    otherAdministrators.forEach(
        id -> jdbc.update("update account set status = 'ACTIVE' where id = ?", id));
  }

  private AccountStatus status(SignedIn person) {
    return directory.get(person.username()).orElseThrow().status();
  }

  private List<String> acts(SignedIn subject) {
    return audit
        .page(
            new AuditFilter(root.username(), subject.username(), null, null, null),
            Long.MAX_VALUE,
            20)
        .items()
        .stream()
        .map(AuditLine::act)
        .toList();
  }

  @Test
  void everyActIsNoted() {
    SignedIn anna = people.employee("anna");
    administration.disable(root, anna.username());
    assertThat(status(anna)).isEqualTo(AccountStatus.DISABLED);
    administration.enable(root, anna.username());
    administration.changeRole(root, anna.username(), Role.ADMIN);
    administration.signOutEverywhere(root, anna.username());
    assertThat(acts(anna))
        .containsExactly(
            "signed-out-everywhere", "role-changed", "account-enabled", "account-disabled");
  }

  @Test
  void anActThatChangesNothingIsNotNoted() {
    SignedIn anna = people.employee("anna");
    administration.enable(root, anna.username());
    administration.changeRole(root, anna.username(), Role.EMPLOYEE);
    assertThat(acts(anna)).isEmpty();
    assertThatThrownBy(() -> administration.disable(root, "nobody-there"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void theLastAdministratorStaysOne() {
    assertThatThrownBy(() -> administration.disable(root, root.username()))
        .isInstanceOf(LastAdministratorException.class);
    assertThatThrownBy(() -> administration.changeRole(root, root.username(), Role.EMPLOYEE))
        .isInstanceOf(LastAdministratorException.class);
    assertThat(status(root)).isEqualTo(AccountStatus.ACTIVE);
    SignedIn second = people.admin("second");
    administration.disable(second, root.username());
    assertThatThrownBy(() -> administration.disable(second, second.username()))
        .isInstanceOf(LastAdministratorException.class);
  }

  @Test
  void administratorsWhoShutEachOtherOutAtOnceDoNotBothSucceed() throws Exception {
    for (int round = 0; round < 10; round++) {
      SignedIn one = people.admin("one");
      SignedIn two = people.admin("two");
      administration.disable(one, root.username());
      CyclicBarrier start = new CyclicBarrier(2);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        Future<Boolean> first = threads.submit(() -> shut(start, one, two));
        Future<Boolean> second = threads.submit(() -> shut(start, two, one));
        assertThat(List.of(first.get(), second.get())).containsOnlyOnce(true);
      } finally {
        threads.shutdownNow();
      }
      Integer left =
          jdbc.queryForObject(
              "select count(*) from account where role = 'ADMIN' and status = 'ACTIVE'",
              Integer.class);
      assertThat(left).isEqualTo(1);
      SignedIn survivor = status(one) == AccountStatus.ACTIVE ? one : two;
      root = people.admin("root");
      administration.disable(root, survivor.username());
    }
  }

  private boolean shut(CyclicBarrier start, SignedIn me, SignedIn other) throws Exception {
    start.await();
    try {
      administration.disable(me, other.username());
      return true;
    } catch (LastAdministratorException e) {
      return false;
    }
  }

  @Test
  void peopleAreFoundByWhatTheyAreCalledNowAndByWhatTheyAre() {
    SignedIn anna = people.employee("anna");
    accounts.rename(anna, "Änne Quittenbäumer");
    for (String question :
        List.of("quitten", "anne quit", "aenne", anna.username(), "QUITTENBAE")) {
      assertThat(directory.find(question, null, null, "", 100).items())
          .as(question)
          .extracting(Directory.Entry::username)
          .contains(anna.username());
    }
    String name = anna.username();
    assertThat(directory.find(name, AccountStatus.ACTIVE, Role.EMPLOYEE, "", 5).items()).hasSize(1);
    assertThat(directory.find(name, AccountStatus.DISABLED, null, "", 5).items()).isEmpty();
    assertThat(directory.find(name, null, Role.ADMIN, "", 5).items()).isEmpty();
    administration.disable(root, name);
    assertThat(directory.find(name, AccountStatus.DISABLED, null, "", 5).items()).hasSize(1);
  }

  @Test
  void whoCameIntoTheDatabasePastThePortalIsFoundToo() {
    SignedIn anna = people.employee("anna");
    jdbc.update("delete from account_term where account_id = ?", anna.id());
    while (directory.describe() > 0) {
      // A few hundred at a time.
    }
    assertThat(directory.find(anna.username(), null, null, "", 5).items()).hasSize(1);
  }
}
