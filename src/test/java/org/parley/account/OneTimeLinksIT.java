package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.account.OneTimeLinks.Purpose;
import org.parley.account.OneTimeLinks.State;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class OneTimeLinksIT {
  @Autowired private OneTimeLinks links;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;

  private String issue(Purpose purpose, long accountId) {
    return links.issue(purpose, accountId, "a@example.org").token().reveal();
  }

  @Test
  void aLinkWorksOnceForItsPurpose() {
    long id = people.employee("anna").id();
    String token = issue(Purpose.RESET_PASSWORD, id);
    assertThat(links.look(Purpose.VERIFY_EMAIL, token).state()).isEqualTo(State.UNKNOWN);
    assertThat(links.look(Purpose.RESET_PASSWORD, token).isGood()).isTrue();
    OneTimeLinks.Link used = links.use(Purpose.RESET_PASSWORD, token);
    assertThat(used).isEqualTo(new OneTimeLinks.Link(State.GOOD, id, "a@example.org"));
    assertThat(links.use(Purpose.RESET_PASSWORD, token).state()).isEqualTo(State.USED);
  }

  @Test
  void ofSeveralAtOnceOneGetsIt() throws Exception {
    String token = issue(Purpose.RESET_PASSWORD, people.employee("anna").id());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> uses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        uses.add(threads.submit(() -> links.use(Purpose.RESET_PASSWORD, token).isGood()));
      }
      int good = 0;
      for (Future<Boolean> use : uses) {
        good += use.get() ? 1 : 0;
      }
      assertThat(good).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLinkExpires() {
    String token = issue(Purpose.RESET_PASSWORD, people.employee("anna").id());
    new JdbcTemplate(dataSource)
        .update("update one_time_link set expires_at = expires_at - interval 31 minute");
    assertThat(links.look(Purpose.RESET_PASSWORD, token).state()).isEqualTo(State.EXPIRED);
    assertThat(links.use(Purpose.RESET_PASSWORD, token).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void aNewLinkReplacesTheOneBefore() {
    long id = people.employee("anna").id();
    String first = issue(Purpose.VERIFY_EMAIL, id);
    String second = issue(Purpose.VERIFY_EMAIL, id);
    assertThat(links.look(Purpose.VERIFY_EMAIL, first).state()).isEqualTo(State.UNKNOWN);
    assertThat(links.look(Purpose.VERIFY_EMAIL, second).isGood()).isTrue();
    assertThat(links.pending(Purpose.VERIFY_EMAIL, id)).contains("a@example.org");
  }

  @Test
  void theTokenItselfIsNotStored() {
    String token = issue(Purpose.VERIFY_EMAIL, people.employee("anna").id());
    Integer found =
        new JdbcTemplate(dataSource)
            .queryForObject(
                "select count(*) from one_time_link where hex(token_hash) like concat('%',"
                    + " hex(?), '%')",
                Integer.class, token);
    assertThat(found).isZero();
  }
}
