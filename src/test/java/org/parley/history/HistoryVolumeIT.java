package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.testing.DatabaseTest;
import org.parley.testing.Reads;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryVolumeIT {
  private static final int CHUNK = 10_000;

  /** A multiple of the chunk; what a page costs must not depend on it. */
  private static final int CALLS = Integer.getInteger("parley.test.calls", 40_000);

  private static final String DEVICE = "d-0000000000000001";
  private static final String DIGITS =
      "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
          + " union all select 5 union all select 6 union all select 7 union all select 8"
          + " union all select 9)";

  @Autowired private HistoryService history;
  @Autowired private HistoryProjection projection;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;
  @Autowired private Reads reads;

  private final String prefix = "volume-" + TestJournal.fresh();
  private JdbcTemplate jdbc;
  private SignedIn anna;

  @BeforeAll
  void manyCalls() {
    jdbc = new JdbcTemplate(dataSource);
    anna = people.employee("anna");
    for (int from = 0; from < CALLS; from += CHUNK) {
      jdbc.update(
          "insert into call_record (call_id, caller_user, callee_user, state, code, started_at)"
              + " select concat(?, n), concat('peer-', n mod 100), ?, 'FAILED', 408,"
              + " timestampadd(second, n, '2025-01-01') from (select ? + a.d + 10 * b.d + 100 * c.d"
              + " + 1000 * e.d n from "
              + String.join(" join ", DIGITS + " a", DIGITS + " b", DIGITS + " c", DIGITS + " e")
              + ") numbers",
          prefix,
          anna.user(),
          from);
    }
    long first = bound("min");
    long last = bound("max");
    for (long id = first; id <= last; id += CHUNK) {
      jdbc.update(
          "insert into call_log (account_id, call_record_id, kind, peer_user, started_at, seen)"
              + " select ?, id, case when block mod 4 = 0 then 'MISSED' else 'INCOMING' end,"
              + " caller_user, started_at, block mod 100 <> 0 from (select id, caller_user,"
              + " started_at, unix_timestamp(started_at) div 100 block from call_record"
              + " where id >= ? and id < ? and callee_user = ?) calls",
          anna.id(),
          id,
          id + CHUNK,
          anna.user());
    }
    jdbc.execute("analyze table call_log, call_record");
  }

  @AfterAll
  void fewCalls() {
    String some = " limit " + CHUNK;
    while (jdbc.update("delete from call_log where account_id = ?" + some, anna.id()) > 0) {
      // Bounded statements stay within the driver's patience on a busy machine.
    }
    while (jdbc.update("delete from call_record where call_id like ?" + some, prefix + "%") > 0) {
      // As above.
    }
  }

  private long bound(String which) {
    Long id =
        jdbc.queryForObject(
            "select " + which + "(id) from call_record where call_id like ?",
            Long.class,
            prefix + "%");
    return id == null ? 0 : id;
  }

  @Test
  void everyPageOfALongHistoryCostsTheSame() {
    long most = mostRowsOfAPage();
    assertThat(rowsFor(HistoryService.Filter.NONE, Page.Key.START)).isLessThan(most);
    Page.Key deep = new Page.Key(Instant.parse("2025-01-01T09:00:00Z"), Long.MAX_VALUE);
    assertThat(rowsFor(HistoryService.Filter.NONE, deep)).isLessThan(most);
    assertThat(rowsFor(new HistoryService.Filter(CallKind.MISSED, null), deep)).isLessThan(most);
    assertThat(rowsFor(new HistoryService.Filter(null, "peer-7"), deep)).isLessThan(most);
    assertThat(rowsFor(new HistoryService.Filter(CallKind.MISSED, "peer-8"), deep))
        .isLessThan(most);
  }

  // Fifty calls with their records and people take some hundred reads on MySQL, the reference.
  // MariaDB
  // reads and sorts what is left of one kind behind a deep key, where walking the same index
  // backwards
  // would do; it is held to looking at no other calls.
  private long mostRowsOfAPage() {
    String version = jdbc.queryForObject("select version()", String.class);
    return version != null && version.contains("MariaDB") ? CALLS / 4 : 1_000;
  }

  @Test
  void lookingForCallsThatAreNotOverTouchesNoneThatAre() {
    assertThat(reads.during(projection::closeLost)).isLessThan(500);
  }

  @Test
  void missedCallsAreCountedFromTheIndex() {
    assertThat(history.missed(anna)).isEqualTo(CALLS / 100);
    assertThat(reads.during(() -> history.missed(anna))).isLessThan(CALLS / 100 + 100);
  }

  private long rowsFor(HistoryService.Filter filter, Page.Key before) {
    return reads.during(
        () -> {
          Page<CallView> page = history.page(anna, DEVICE, filter, before, 50);
          assertThat(page.items()).hasSize(50);
          assertThat(page.next()).isNotNull();
        });
  }
}
