package org.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.common.Settings;
import org.parley.testing.DatabaseTest;
import org.parley.testing.Reads;
import org.parley.testing.TestMails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class OutboxIT {
  @Autowired private Outbox outbox;
  @Autowired private OutboxService service;
  @Autowired private Settings settings;
  @Autowired private Clock clock;
  @Autowired private TestMails mails;
  @Autowired private Reads reads;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void nothingElseWaits() {
    mails.empty();
  }

  private long put(Letter letter) {
    Long id = new TransactionTemplate(transactions).execute(status -> outbox.put(letter));
    return Optional.ofNullable(id).orElseThrow();
  }

  private static Letter letter(String address) {
    return Letter.of("test", address, "Zoë Ångström", Locale.ENGLISH).words("Parley", "noon");
  }

  private OutboxPump pumpTo(int port) {
    Settings.Mail mail =
        new Settings.Mail(
            "127.0.0.1", port, Settings.Mail.Tls.NONE, null, null, "parley@test.example", false);
    return new OutboxPump(
        service, new SmtpCourier(() -> mail, settings.organisation(), settings.domain(), clock));
  }

  private void pumpUntilIdle(OutboxPump pump) {
    while (pump.step().isZero()) {
      // One mail after the other.
    }
    pump.rest();
  }

  private MailView after(StubbornServer server, long id) {
    pumpUntilIdle(pumpTo(server.port()));
    return service.show(id);
  }

  private static GreenMail greenMail() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  @Test
  void aMailGoesOutAsTextAndHtmlAndItsWordsAreErased() throws Exception {
    GreenMail server = greenMail();
    try {
      long id =
          put(
              letter("zoe@example.org")
                  .section(
                      "<Eve>",
                      List.of("a < b"),
                      "Answer",
                      URI.create("http://localhost/messages/eve")));
      pumpUntilIdle(pumpTo(server.getSmtp().getPort()));
      MimeMessage got = server.getReceivedMessages()[0];
      assertThat(got.getSubject()).isEqualTo("Test from Parley");
      assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(got.getMessageID()).isEqualTo("<" + mails.row(id).get("uid") + "@test.example>");
      assertThat(got.getAllRecipients()[0].toString()).contains("zoe@example.org");
      MimeMultipart parts = (MimeMultipart) got.getContent();
      assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat(parts.getBodyPart(0).getContent().toString())
          .contains("Hello Zoë Ångström,", "<Eve>", "a < b", "/messages/eve");
      assertThat(parts.getBodyPart(1).getContent().toString())
          .contains("&lt;Eve&gt;", "a &lt; b")
          .doesNotContain("<Eve>");
    } finally {
      server.stop();
    }
    assertThat(mails.to("zoe@example.org").get(0).text()).isNull();
    assertThat(mails.to("zoe@example.org").get(0).html()).isNull();
  }

  @Test
  void aLetterIsWrittenInTheLanguageOfItsReader() {
    put(Letter.of("test", "uwe@example.org", "Uwe", Locale.GERMAN).words("Parley", "12 Uhr"));
    assertThat(mails.last("uwe@example.org", "test").text()).startsWith("Guten Tag Uwe,");
  }

  @Test
  void aNameWithALineBreakMakesNoHeader() {
    put(
        Letter.of("test", "a@example.org", null, Locale.ENGLISH)
            .words("x\r\nBcc: mallory@example.org", ""));
    assertThat(mails.last("a@example.org", "test").subject())
        .isEqualTo("Test from x Bcc: mallory@example.org");
  }

  @Test
  void aMailOfATransactionThatIsRolledBackIsNotSent() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              outbox.put(letter("nobody@example.org"));
              status.setRollbackOnly();
            });
    assertThat(mails.to("nobody@example.org")).isEmpty();
    assertThatThrownBy(() -> outbox.put(letter("nobody@example.org")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void severalNodesSendEachMailOnce() throws Exception {
    GreenMail server = greenMail();
    int port = server.getSmtp().getPort();
    for (int i = 0; i < 40; i++) {
      put(letter("p" + i + "@example.org"));
    }
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(nodes.submit(() -> pumpUntilIdle(pumpTo(port))));
      }
      for (Future<?> node : running) {
        node.get();
      }
      List<String> recipients = new ArrayList<>();
      for (MimeMessage got : server.getReceivedMessages()) {
        recipients.add(Arrays.toString(got.getAllRecipients()));
      }
      assertThat(recipients).hasSize(40).doesNotHaveDuplicates();
    } finally {
      nodes.shutdownNow();
      server.stop();
    }
  }

  @Test
  void aServerThatSaysLaterIsAskedLater() {
    long id = put(letter("a@example.org"));
    try (StubbornServer server = new StubbornServer(Map.of("RCPT", "450 mailbox busy"))) {
      MailView mail = after(server, id);
      assertThat(mail.state()).isEqualTo(MailState.WAITING);
      assertThat(mail.problem()).contains("450 mailbox busy");
      assertThat(mail.nextAt()).isAfter(clock.instant().plus(Duration.ofSeconds(20)));
    }
  }

  @Test
  void noServerAtAllIsWaitedFor() throws Exception {
    long id = put(letter("a@example.org"));
    int port;
    try (StubbornServer server = new StubbornServer(Map.of())) {
      port = server.port();
    }
    pumpUntilIdle(pumpTo(port));
    assertThat(service.show(id).state()).isEqualTo(MailState.WAITING);
    assertThat(service.show(id).tries()).isEqualTo(1);
  }

  @Test
  void aServerThatSaysNeverIsNotAskedAgainUnlessAnAdministratorWants() {
    long id = put(letter("a@example.org"));
    try (StubbornServer server = new StubbornServer(Map.of("RCPT", "550 no such user"))) {
      MailView mail = after(server, id);
      assertThat(mail.state()).isEqualTo(MailState.FAILED);
      assertThat(mail.problem()).contains("550 no such user");
    }
    service.retry(id);
    try (StubbornServer server = new StubbornServer(Map.of())) {
      assertThat(after(server, id).state()).isEqualTo(MailState.SENT);
      assertThat(server.bodies()).isEqualTo(1);
    }
  }

  @Test
  void wrongSettingsOfOursDoNotThrowMailsAway() {
    long id = put(letter("a@example.org"));
    try (StubbornServer server = new StubbornServer(Map.of("MAIL", "530 sign in first"))) {
      assertThat(after(server, id).state()).isEqualTo(MailState.WAITING);
    }
  }

  @Test
  void aMailThatMayHaveGoneOutIsNotSentAgainByItself() {
    long id = put(letter("a@example.org"));
    try (StubbornServer server = new StubbornServer(Map.of(".", ""))) {
      MailView mail = after(server, id);
      assertThat(mail.state()).isEqualTo(MailState.FAILED);
      assertThat(mail.problem()).startsWith("It is not known whether it was sent.");
      assertThat(server.bodies()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatHangsUpBeforeTheMailIsAskedAgain() {
    long id = put(letter("a@example.org"));
    try (StubbornServer server = new StubbornServer(Map.of("DATA", ""))) {
      assertThat(after(server, id).state()).isEqualTo(MailState.WAITING);
    }
  }

  @Test
  void whatANodeDiedWithIsGivenUpAndNotSentAgain() {
    long id = put(letter("a@example.org"));
    OutboxMail claimed = service.claim().orElseThrow();
    assertThat(service.giveUpLost()).isFalse();
    assertThat(service.claim()).isEmpty();
    new JdbcTemplate(dataSource)
        .update("update mail set next_at = next_at - interval 16 minute where id = ?", id);
    assertThat(service.giveUpLost()).isTrue();
    assertThat(service.show(id).state()).isEqualTo(MailState.FAILED);
    // The node lives after all, and knows better.
    service.finish(claimed, Delivery.taken());
    assertThat(service.show(id).state()).isEqualTo(MailState.SENT);
  }

  @Test
  void aMailWhoseTimeIsOverIsNotSent() {
    Instant past = clock.instant().minusSeconds(1);
    long late = put(letter("late@example.org").notAfter(past));
    long other = put(letter("other@example.org"));
    try (StubbornServer server = new StubbornServer(Map.of())) {
      pumpUntilIdle(pumpTo(server.port()));
      assertThat(server.bodies()).isEqualTo(1);
    }
    assertThat(service.show(late).state()).isEqualTo(MailState.FAILED);
    assertThat(service.show(other).state()).isEqualTo(MailState.SENT);
  }

  @Test
  void waitsGrowToAnHour() {
    assertThat(OutboxService.waitAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(OutboxService.waitAfter(2)).isEqualTo(Duration.ofSeconds(60));
    assertThat(OutboxService.waitAfter(30)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aDiscardedMailIsErasedAndNotSent() {
    long id = put(letter("a@example.org"));
    service.discard(id);
    assertThat(service.claim()).isEmpty();
    assertThat(mails.to("a@example.org").get(0).text()).isNull();
  }

  @Test
  void claimingReadsFewRowsHoweverManyWereSent() {
    new JdbcTemplate(dataSource)
        .batchUpdate(
            "insert into mail (uid, kind, recipient, subject, state, created_at, next_at,"
                + " finished_at) values (uuid(), 'test', 'x@example.org', 's', 'SENT',"
                + " utc_timestamp(6), utc_timestamp(6), utc_timestamp(6))",
            java.util.stream.IntStream.range(0, 2000).mapToObj(i -> new Object[0]).toList());
    put(letter("a@example.org"));
    assertThat(reads.during(() -> assertThat(service.claim()).isPresent())).isLessThan(20);
    assertThat(reads.during(() -> service.page(MailState.SENT, Long.MAX_VALUE, 50)))
        .isLessThan(120);
  }
}
