package org.parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountLife;
import org.parley.account.SignedIn;
import org.parley.mail.MailState;
import org.parley.mail.OutboxService;
import org.parley.push.OpenPages;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestJournal;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class OfflineMailIT {
  @Autowired private OfflineMailService service;
  @Autowired private MessageService messages;
  @Autowired private AccountLife life;
  @Autowired private OutboxService outbox;
  @Autowired private OpenPages pages;
  @Autowired private TestPeople people;
  @Autowired private TestJournal journal;
  @Autowired private TestMails mails;
  @Autowired private DataSource dataSource;

  @BeforeEach
  void nothingElseWaits() {
    jdbc().update("delete from offline_mail");
    mails.empty();
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  private void wrote(SignedIn from, SignedIn to, String text, Duration ago) {
    journal
        .accepted(from.user(), to.user(), TestJournal.fresh(), text)
        .with("occurred_at", Instant.now().minus(ago).atOffset(ZoneOffset.UTC).toLocalDateTime())
        .append();
    journal.project();
  }

  private void work() {
    while (service.next()) {
      // One person after the other.
    }
  }

  private List<TestMails.Mail> digests(SignedIn reader) {
    return mails.to(TestPeople.email(reader));
  }

  private String mailOfFirst(SignedIn sender, SignedIn reader) {
    return String.valueOf(
        messages.before(sender, reader.user(), Long.MAX_VALUE, 10).messages().get(0).mail());
  }

  @Test
  void whatStaysUnreadIsMailedOnceAsOneDigestBySender() {
    SignedIn anna = people.employee("anna");
    SignedIn ben = people.employee("ben");
    SignedIn cleo = people.employee("cleo");
    wrote(anna, cleo, "did the <parcel> come?", Duration.ofMinutes(12));
    wrote(anna, cleo, "hello?", Duration.ofMinutes(2));
    wrote(ben, cleo, "lunch?", Duration.ofMinutes(1));
    work();
    work();
    assertThat(digests(cleo)).hasSize(1);
    TestMails.Mail digest = digests(cleo).get(0);
    assertThat(digest.subject())
        .isEqualTo("3 unread messages from " + anna.name() + ", " + ben.name());
    assertThat(digest.text())
        .contains("did the <parcel> come?", "hello?", "lunch?")
        .contains("/messages/" + anna.user(), "/messages/" + ben.user());
    assertThat(digest.html()).contains("did the &lt;parcel&gt; come?");
  }

  @Test
  void nothingIsMailedBeforeItsTime() {
    SignedIn anna = people.employee("anna");
    SignedIn cleo = people.employee("cleo");
    wrote(anna, cleo, "hello?", Duration.ofMinutes(9));
    work();
    assertThat(digests(cleo)).isEmpty();
  }

  @Test
  void whatIsReadInTimeIsNotMailed() {
    SignedIn anna = people.employee("anna");
    SignedIn cleo = people.employee("cleo");
    wrote(anna, cleo, "hello?", Duration.ofMinutes(12));
    messages.read(cleo, anna.user(), Long.MAX_VALUE);
    work();
    assertThat(digests(cleo)).isEmpty();
  }

  @Test
  void whoHasAPageOpenIsThere() {
    SignedIn anna = people.employee("anna");
    SignedIn cleo = people.employee("cleo");
    jdbc()
        .update(
            "insert into page_open (account_id, node, seen_at) values (?, uuid(), ?)",
            cleo.id(),
            Instant.now().atOffset(ZoneOffset.UTC).toLocalDateTime());
    assertThat(pages.isThere(cleo.id())).isTrue();
    wrote(anna, cleo, "hello?", Duration.ofMinutes(12));
    work();
    assertThat(digests(cleo)).isEmpty();
    // The page is closed; the next look is due.
    jdbc().update("delete from page_open where account_id = ?", cleo.id());
    jdbc().update("update offline_mail set due_at = due_at - interval 10 minute");
    work();
    assertThat(digests(cleo)).hasSize(1);
  }

  @Test
  void everybodyChoosesWhenAndWhether() {
    SignedIn anna = people.employee("anna");
    SignedIn never = people.employee("never");
    SignedIn now = people.employee("now");
    SignedIn later = people.employee("later");
    life.chooseOfflineMail(never, -1);
    life.chooseOfflineMail(now, 0);
    life.chooseOfflineMail(later, 60);
    for (SignedIn reader : List.of(never, now, later)) {
      wrote(anna, reader, "hello?", Duration.ofSeconds(30));
    }
    wrote(anna, later, "hello again?", Duration.ofMinutes(20));
    work();
    assertThat(digests(never)).isEmpty();
    assertThat(digests(now)).hasSize(1);
    assertThat(digests(later)).isEmpty();
  }

  @Test
  void whatCouldNotBeMailedIsShownToItsSender() {
    SignedIn anna = people.employee("anna");
    SignedIn cleo = people.employee("cleo");
    wrote(anna, cleo, "hello?", Duration.ofMinutes(12));
    work();
    assertThat(mailOfFirst(anna, cleo)).isEqualTo("null");
    long id = outbox.page(MailState.WAITING, Long.MAX_VALUE, 1).items().get(0).id();
    outbox.discard(id);
    assertThat(mailOfFirst(anna, cleo)).isEqualTo("failed");
    assertThat(
            jdbc()
                .queryForObject(
                    "select payload from push_event where account_id = ? order by id desc limit 1",
                    String.class,
                    anna.id()))
        .contains("\"mail\":\"failed\"");
  }

  @Test
  void whoHasNoAddressCannotBeMailed() {
    SignedIn anna = people.employee("anna");
    SignedIn cleo = people.employee("cleo");
    jdbc().update("update account set email_verified_at = null where id = ?", cleo.id());
    wrote(anna, cleo, "hello?", Duration.ofMinutes(12));
    work();
    assertThat(digests(cleo)).isEmpty();
    assertThat(mailOfFirst(anna, cleo)).isEqualTo("failed");
  }
}
