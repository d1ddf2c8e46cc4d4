package org.parley.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountService;
import org.parley.account.AccountStatus;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

@WebTest
class PushIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestJournal journal;
  @Autowired private AccountService accounts;
  @Autowired private PushService push;
  @Autowired private LiveStreams streams;
  @Autowired private Clock clock;
  @Autowired private DataSource dataSource;

  private SignedIn anna;
  private SignedIn ben;
  private Browser bens;

  @BeforeEach
  void signIn() throws Exception {
    anna = people.employee("anna");
    ben = people.employee("ben");
    bens = browsers.signedIn(ben);
  }

  @Test
  void openBrowserIsToldOfAMessageAndACall() throws Exception {
    MockHttpServletResponse stream = open(bens);
    String uid = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), uid, "hello").append();
    journal.call(uid, "started").between(anna.user(), ben.user()).append();
    journal.call(uid, "failed").between(anna.user(), ben.user()).with("code", 408).append();
    journal.project();
    await().untilAsserted(() -> assertThat(stream.getContentAsString()).contains("missed"));
    assertThat(stream.getContentAsString())
        .contains("event:message\n")
        .contains("\"uid\":\"" + uid + "\"")
        .contains("\"conversation\":\"" + anna.user() + "\"")
        .contains("event:call\n");
    assertThat(stream.getContentType()).startsWith("text/event-stream");
    assertThat(stream.getHeader("Cache-Control")).contains("no-store");
  }

  @Test
  void senderIsToldWhenAMessageIsTakenAndReadAndMyOtherBrowsersThatIReadIt() throws Exception {
    MockHttpServletResponse hers = open(browsers.signedIn(anna));
    MockHttpServletResponse his = open(bens);
    String uid = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), uid, "hello").append();
    journal.delivered(anna.user(), ben.user(), uid).append();
    journal.project();
    bens.postJson("/api/conversations/" + anna.user() + "/read", "{\"upTo\":999999999}");
    await()
        .untilAsserted(
            () ->
                assertThat(hers.getContentAsString())
                    .contains("event:message-state")
                    .contains("\"state\":\"delivered\"")
                    .contains("\"state\":\"read\""));
    await().untilAsserted(() -> assertThat(his.getContentAsString()).contains("event:read"));
  }

  @Test
  void nobodyIsToldOfWhatConcernsOthers() throws Exception {
    MockHttpServletResponse strangers = open(browsers.signedIn(people.employee("cleo")));
    MockHttpServletResponse his = open(bens);
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "between us").append();
    journal.project();
    await().untilAsserted(() -> assertThat(his.getContentAsString()).contains("event:message"));
    assertThat(strangers.getContentAsString()).doesNotContain("event:");
  }

  @Test
  void browserThatComesBackGetsWhatItMissed() throws Exception {
    MockHttpServletResponse before = open(bens);
    push.tell(ben.id(), "call", Map.of("id", 1));
    await().untilAsserted(() -> assertThat(before.getContentAsString()).contains("id:"));
    Matcher last = Pattern.compile("id:(\\d+)").matcher(before.getContentAsString());
    assertThat(last.find()).isTrue();
    push.tell(ben.id(), "call", Map.of("id", 2));
    push.tell(anna.id(), "call", Map.of("id", 3));
    MockHttpServletResponse after = open(bens, last.group(1));
    await().untilAsserted(() -> assertThat(after.getContentAsString()).contains("{\"id\":2}"));
    assertThat(after.getContentAsString()).doesNotContain("{\"id\":1}", "{\"id\":3}");
  }

  @Test
  void disabledAccountsBrowserIsToldAndItsStreamEnds() throws Exception {
    MockHttpServletResponse stream = open(bens);
    accounts.changeStatus(ben.username(), AccountStatus.DISABLED);
    await()
        .atMost(Duration.ofSeconds(8))
        .untilAsserted(() -> assertThat(stream.getContentAsString()).contains("event:account"));
  }

  @Test
  void whatIsTrueForTheMomentIsToldToOneAccountWithoutANumber() throws Exception {
    MockHttpServletResponse his = open(bens);
    MockHttpServletResponse hers = open(browsers.signedIn(anna));
    assertThat(streams.accounts()).contains(anna.id(), ben.id());
    streams.send(ben.id(), "presence", "{\"for\":\"him\"}");
    await().untilAsserted(() -> assertThat(his.getContentAsString()).contains("{\"for\":\"him\"}"));
    assertThat(his.getContentAsString()).contains("event:presence\n").doesNotContain("id:");
    assertThat(hers.getContentAsString()).doesNotContain("event:");
  }

  @Test
  void strangerGetsNoStream() throws Exception {
    browsers.open().json("/events").andExpect(status().isUnauthorized());
  }

  @Test
  void eventThatIsCommittedLaterThanAHigherOneIsToldOnceItIsThere() throws Exception {
    PushTail tail = new PushTail(push, clock);
    try (Connection slow = dataSource.getConnection();
        Statement insert = slow.createStatement()) {
      slow.setAutoCommit(false);
      insert.executeUpdate(
          "insert into push_event (account_id, type, payload, created_at) values ("
              + anna.id()
              + ", 'late', '{}', utc_timestamp(6))");
      push.tell(anna.id(), "early", Map.of());
      assertThat(annas(tail)).containsExactly("early");
      assertThat(annas(tail)).isEmpty();
      slow.commit();
    }
    assertThat(annas(tail)).containsExactly("late");
    assertThat(annas(tail)).isEmpty();
  }

  @Test
  void oldEventsAreRemoved() {
    push.tell(anna.id(), "old", Map.of());
    push.tell(ben.id(), "new", Map.of());
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.update(
        "update push_event set created_at = utc_timestamp(6) - interval 2 hour"
            + " where account_id = ?",
        anna.id());
    push.purge();
    assertThat(push.of(anna.id(), 0, 10)).isEmpty();
    assertThat(push.of(ben.id(), 0, 10)).hasSize(1);
  }

  private List<String> annas(PushTail tail) {
    return tail.next().stream()
        .filter(event -> event.accountId() == anna.id())
        .map(PushEvent::type)
        .toList();
  }

  private static MockHttpServletResponse open(Browser browser) throws Exception {
    return browser
        .jsonWith("Accept", "text/event-stream", "/events")
        .andExpect(request().asyncStarted())
        .andReturn()
        .getResponse();
  }

  private static MockHttpServletResponse open(Browser browser, String last) throws Exception {
    return browser
        .jsonWith("Last-Event-ID", last, "/events")
        .andExpect(request().asyncStarted())
        .andReturn()
        .getResponse();
  }
}
