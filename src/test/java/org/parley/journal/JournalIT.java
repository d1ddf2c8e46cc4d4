package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.history.HistoryService;
import org.parley.messages.MessageService;
import org.parley.messages.MessageView;
import org.parley.testing.DatabaseTest;
import org.parley.testing.Reads;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class JournalIT {
  private static final String DEVICE = "d-0000000000000001";

  @Autowired private JournalService service;
  @Autowired private TestJournal journal;
  @Autowired private TestPeople people;
  @Autowired private MessageService messages;
  @Autowired private HistoryService history;
  @Autowired private DataSource dataSource;
  @Autowired private Reads reads;

  private JdbcTemplate jdbc;
  private SignedIn anna;
  private SignedIn ben;

  @BeforeEach
  void start() {
    jdbc = new JdbcTemplate(dataSource);
    anna = people.employee("anna");
    ben = people.employee("ben");
    journal.project();
  }

  @Test
  void rowThatIsCommittedLaterThanAHigherOneIsNotPassedOver() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection slow = dataSource.getConnection()) {
      slow.setAutoCommit(false);
      insert(slow, "first");
      journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "second").append();

      Future<Integer> reading = other.submit(() -> service.project(100));
      await().during(Duration.ofMillis(300)).until(() -> texts().isEmpty());
      slow.commit();
      reading.get();
      await().until(this::projectedAll);
      assertThat(texts()).containsExactly("first", "second");
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void numberThatIsNeverUsedHoldsNothingUpForLong() throws Exception {
    try (Connection undecided = dataSource.getConnection()) {
      undecided.setAutoCommit(false);
      insert(undecided, "taken back");
      undecided.rollback();
    }
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "after the gap").append();
    await().atMost(Duration.ofSeconds(5)).until(this::projectedAll);
    assertThat(texts()).containsExactly("after the gap");
  }

  @Test
  void hundredsOfEventsTakeAFewDozenStatements() {
    SignedIn cleo = people.employee("cleo");
    int count = 100;
    for (int i = 0; i < count; i++) {
      SignedIn other = i % 2 == 0 ? ben : cleo;
      String uid = TestJournal.fresh();
      journal.accepted(anna.user(), other.user(), uid, "no. " + i).at(i).append();
      journal.delivered(anna.user(), other.user(), uid).at(i + 0.5).append();
      String callId = TestJournal.fresh();
      journal.call(callId, "started").between(cleo.user(), ben.user()).at(i).append();
      journal.call(callId, "failed").between(cleo.user(), ben.user()).with("code", 408).append();
    }
    long statements = reads.statementsDuring(() -> journal.project());
    // Three for each call, whose identifiers are needed one by one.
    assertThat(statements).isLessThan(count * 3 + 150);
    assertThat(texts()).hasSize(count / 2).startsWith("no. 0").endsWith("no. 98");
    assertThat(messages.unread(ben)).isEqualTo(count / 2);
    assertThat(messages.unread(cleo)).isEqualTo(count / 2);
    assertThat(messages.before(anna, cleo.user(), Long.MAX_VALUE, 100).messages())
        .extracting(MessageView::state)
        .hasSize(count / 2)
        .containsOnly("delivered");
    assertThat(history.page(ben, DEVICE, HistoryService.Filter.NONE, Page.Key.START, 200).items())
        .extracting("kind")
        .hasSize(count)
        .containsOnly("missed");
  }

  @Test
  void whatIsToldAgainBesideSomethingNewIsCountedAndAnnouncedOnce() {
    String read = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), read, "read").append();
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "unread").at(1).append();
    journal.project();
    long first = messages.before(ben, anna.user(), Long.MAX_VALUE, 10).messages().get(0).id();
    messages.read(ben, anna.user(), first);
    assertThat(service.rewind()).isTrue();
    String late = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), late, "new").at(2).append();
    journal.delivered(anna.user(), ben.user(), late).at(3).append();
    long told = pushed();

    journal.project();

    assertThat(texts()).containsExactly("read", "unread", "new");
    assertThat(messages.unread(ben)).isEqualTo(2);
    assertThat(messages.before(anna, ben.user(), Long.MAX_VALUE, 10).messages())
        .extracting(MessageView::state)
        .containsExactly("read", "sent", "delivered");
    assertThat(messages.conversations(ben, Page.Key.START, 10).items())
        .extracting("lastText", "unread")
        .containsExactly(tuple("new", 2));
    // The new one to both, and its delivery to who wrote it.
    assertThat(pushed() - told).isEqualTo(3);
  }

  @Test
  void twoNodesAtOnceProjectEveryEventOnce() throws Exception {
    int count = 60;
    for (int i = 0; i < count; i++) {
      journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "no. " + i).at(i).append();
    }
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> work = List.of(nodes.submit(this::drain), nodes.submit(this::drain));
      for (Future<?> node : work) {
        node.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(messages.unread(ben)).isEqualTo(count);
    assertThat(
            messages.before(ben, anna.user(), Long.MAX_VALUE, 100).messages().stream()
                .map(MessageView::text))
        .hasSize(count)
        .startsWith("no. 0")
        .endsWith("no. " + (count - 1));
  }

  @Test
  void rowThatCannotBeProjectedIsPassedOverAndTheOthersAreNot() {
    String before = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), before, "before").append();
    journal.call("", "started").between(anna.user(), ben.user()).append();
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "behind").append();
    JournalWorker worker = new JournalWorker(new JournalPump(service));
    worker.start();
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> service.behind() == 0);
    } finally {
      worker.stop();
    }
    assertThat(texts()).containsExactly("before", "behind");
    jdbc.update("delete from journal where call_id = ''");
  }

  @Test
  void eventIsProjectedWithinATenthOfASecondOrSo() {
    JournalWorker worker = new JournalWorker(new JournalPump(service));
    worker.start();
    try {
      for (int i = 0; i < 10; i++) {
        journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "no. " + i).append();
        int expected = i + 1;
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(3))
            .until(() -> messages.unread(ben) == expected);
      }
    } finally {
      worker.stop();
    }
  }

  @Test
  void rebuildPutsRightWhatWasWrongAndKeepsWhatPeopleHaveSeen() {
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "as it was sent").append();
    String callId = TestJournal.fresh();
    journal.call(callId, "started").between(anna.user(), ben.user()).append();
    journal.call(callId, "failed").between(anna.user(), ben.user()).with("code", 408).append();
    journal.project();
    messages.read(ben, anna.user(), Long.MAX_VALUE);
    history.markSeen(ben);
    long told = pushed();
    jdbc.update("update message set body = 'spoilt' where recipient_id = ?", ben.id());
    jdbc.update("update call_log set kind = 'FAILED' where account_id = ?", ben.id());
    jdbc.update("update participant set unread = 77 where account_id = ?", ben.id());

    assertThat(service.rewind()).isTrue();
    journal.project();

    assertThat(texts()).containsExactly("as it was sent");
    assertThat(messages.unread(ben)).isZero();
    assertThat(history.page(ben, DEVICE, HistoryService.Filter.NONE, Page.Key.START, 10).items())
        .extracting("kind")
        .containsExactly("missed");
    assertThat(messages.before(anna, ben.user(), Long.MAX_VALUE, 10).messages().get(0).state())
        .isEqualTo("read");
    // The call's kind was wrong: that alone is news.
    assertThat(pushed() - told).isLessThanOrEqualTo(1);
  }

  private void insert(Connection connection, String text) throws SQLException {
    String uid = TestJournal.fresh();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into journal (event_key, kind, occurred_at, message_id, from_user, to_user,"
                + " content_type, body) values (?, 'message.accepted', '2026-03-01 08:00:00', ?, ?,"
                + " ?, 'text/plain', ?)")) {
      insert.setString(1, "m:" + anna.user() + ":" + uid);
      insert.setString(2, uid);
      insert.setString(3, anna.user());
      insert.setString(4, ben.user());
      insert.setString(5, text);
      insert.executeUpdate();
    }
  }

  private boolean projectedAll() {
    return service.project(100) == 0 && service.behind() == 0;
  }

  private void drain() {
    while (service.behind() > 0) {
      service.project(7);
    }
  }

  private long pushed() {
    Long count =
        jdbc.queryForObject(
            "select count(*) from push_event where account_id in (?, ?)",
            Long.class,
            anna.id(),
            ben.id());
    return count == null ? 0 : count;
  }

  private List<String> texts() {
    return messages.before(ben, anna.user(), Long.MAX_VALUE, 100).messages().stream()
        .map(MessageView::text)
        .toList();
  }
}
