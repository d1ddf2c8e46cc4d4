package org.parley.messages;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.account.MailRecipients;
import org.parley.account.MailRecipients.Recipient;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.common.Languages;
import org.parley.common.Settings;
import org.parley.mail.Letter;
import org.parley.mail.MailListener;
import org.parley.mail.Outbox;
import org.parley.push.OpenPages;
import org.parley.push.PushService;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Mails messages to people who are not there. A message waits as long as its recipient has chosen;
 * once the first is due, all that they have not read by then goes out as one digest. Whoever has a
 * page open is there: their messages wait until they read them or leave. What cannot be mailed is
 * told to its sender.
 */
@Service
@Transactional
class OfflineMailService implements MailListener {
  private static final String KIND = "unread";
  private static final int NEVER = -1;
  private static final int MOST = 200;
  private static final int MOST_OF_ONE = 5;
  private static final int LONGEST_EXCERPT = 300;
  private static final Duration SOONEST = Duration.ofSeconds(5);
  private static final Duration LATEST = Duration.ofMinutes(5);

  /** What is older was told before, or is told again by a rebuild. */
  private static final Duration OLD = Duration.ofDays(2);

  private final OfflineMailDao mails;
  private final MessageDao messages;
  private final People people;
  private final MailRecipients recipients;
  private final OpenPages pages;
  private final Outbox outbox;
  private final PushService push;
  private final MessageSource words;
  private final Settings settings;
  private final Clock clock;

  OfflineMailService(
      OfflineMailDao mails,
      MessageDao messages,
      People people,
      MailRecipients recipients,
      OpenPages pages,
      Outbox outbox,
      PushService push,
      MessageSource words,
      Settings settings,
      Clock clock) {
    this.mails = mails;
    this.messages = messages;
    this.people = people;
    this.recipients = recipients;
    this.pages = pages;
    this.outbox = outbox;
    this.push = push;
    this.words = words;
    this.settings = settings;
    this.clock = clock;
  }

  /** Messages have come that their recipients may never see. */
  void expect(List<Message> news) {
    Instant now = clock.instant();
    List<Message> fresh = news.stream().filter(m -> !m.sentAt().isBefore(now.minus(OLD))).toList();
    if (!outbox.isOpen() || fresh.isEmpty()) {
      return;
    }
    Map<Long, Recipient> known =
        recipients.findAll(fresh.stream().map(Message::recipientId).collect(Collectors.toSet()));
    List<OfflineMail> expected = new ArrayList<>();
    for (Message message : fresh) {
      Recipient recipient = known.get(message.recipientId());
      Integer chosen = recipient == null ? Integer.valueOf(NEVER) : recipient.offlineMail();
      if (chosen == null || chosen != NEVER) {
        Duration wait = chosen == null ? settings.offlineMail() : Duration.ofMinutes(chosen);
        expected.add(
            new OfflineMail(message.id(), message.recipientId(), message.sentAt().plus(wait)));
      }
    }
    mails.save(expected);
  }

  /**
   * Looks after the person whose messages have waited longest.
   *
   * @return false where nobody's have
   */
  boolean next() {
    Instant now = clock.instant();
    Optional<Long> due = mails.dueRecipient(now);
    if (due.isEmpty()) {
      return false;
    }
    long id = due.get();
    List<OfflineMail> waiting = mails.lockWaiting(id, MOST);
    Map<Long, Message> known =
        messages.findAll(waiting.stream().map(OfflineMail::messageId).toList()).stream()
            .collect(Collectors.toMap(Message::id, Function.identity()));
    List<OfflineMail> unread = new ArrayList<>();
    for (OfflineMail mail : waiting) {
      Message message = known.get(mail.messageId());
      if (message != null && message.state() != MessageState.READ) {
        unread.add(mail);
      } else {
        mails.remove(mail);
      }
    }
    List<OfflineMail> ripe = unread.stream().filter(mail -> mail.isDue(now)).toList();
    if (ripe.isEmpty()) {
      return true;
    }
    Optional<Recipient> recipient = recipients.find(id);
    Integer chosen = recipient.map(Recipient::offlineMail).orElse(null);
    if (recipient.isEmpty() || (chosen != null && chosen == NEVER)) {
      unread.forEach(mails::remove);
    } else if (pages.isThere(id)) {
      Message oldest = Objects.requireNonNull(known.get(ripe.get(0).messageId()));
      Instant again = now.plus(patience(Duration.between(oldest.sentAt(), now)));
      ripe.forEach(mail -> mail.postpone(again));
    } else if (recipient.get().address() == null) {
      end(ripe, OfflineMail.State.FAILED);
    } else {
      String digest = UUID.randomUUID().toString();
      unread.forEach(mail -> mail.mailedIn(digest));
      outbox.put(
          letter(
              recipient.get(),
              digest,
              unread.stream()
                  .map(mail -> Objects.requireNonNull(known.get(mail.messageId())))
                  .toList()));
    }
    return true;
  }

  // Whoever sits before an open page for hours is looked at less and less often.
  private static Duration patience(Duration age) {
    Duration quarter = age.dividedBy(4);
    if (quarter.compareTo(SOONEST) < 0) {
      return SOONEST;
    }
    return quarter.compareTo(LATEST) > 0 ? LATEST : quarter;
  }

  private Letter letter(Recipient recipient, String digest, List<Message> unread) {
    Locale chosen = Languages.find(recipient.language());
    Locale locale = chosen == null ? Languages.FALLBACK : chosen;
    Map<Long, List<Message>> bySender =
        unread.stream()
            .collect(
                Collectors.groupingBy(Message::senderId, LinkedHashMap::new, Collectors.toList()));
    Map<Long, Person> senders = people.findAllById(bySender.keySet(), locale);
    String names =
        senders.values().stream().map(Person::name).sorted().collect(Collectors.joining(", "));
    Letter letter =
        Letter.of(KIND, Objects.requireNonNull(recipient.address()), recipient.name(), locale)
            .words(settings.organisation(), unread.size(), names)
            .reference(digest);
    bySender.forEach(
        (id, theirs) -> {
          Person sender = Objects.requireNonNull(senders.get(id));
          letter.section(
              sender.name(),
              lines(theirs, locale),
              words.getMessage("mail.unread.open", new Object[] {sender.name()}, locale),
              talk(sender));
        });
    return letter;
  }

  private List<String> lines(List<Message> theirs, Locale locale) {
    List<String> lines =
        new ArrayList<>(theirs.stream().limit(MOST_OF_ONE).map(m -> excerpt(m.body())).toList());
    int more = theirs.size() - lines.size();
    if (more > 0) {
      lines.add(words.getMessage("mail.unread.more", new Object[] {more}, locale));
    }
    return lines;
  }

  private static String excerpt(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_EXCERPT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)) + " …";
  }

  private URI talk(Person sender) {
    return UriComponentsBuilder.fromUri(settings.publicUrl())
        .pathSegment("messages", sender.user())
        .build()
        .toUri();
  }

  @Override
  public void finished(String kind, String reference, boolean sent) {
    if (kind.equals(KIND)) {
      OfflineMail.State last = sent ? OfflineMail.State.SENT : OfflineMail.State.FAILED;
      end(mails.inDigest(reference), last);
    }
  }

  private void end(List<OfflineMail> ended, OfflineMail.State last) {
    Map<Long, Message> found =
        messages.findAll(ended.stream().map(OfflineMail::messageId).toList()).stream()
            .collect(Collectors.toMap(Message::id, Function.identity()));
    Map<Long, Person> recipients =
        people.findAllById(ended.stream().map(OfflineMail::recipientId).distinct().toList());
    for (OfflineMail mail : ended) {
      mail.end(last);
      Message message = found.get(mail.messageId());
      Person recipient = recipients.get(mail.recipientId());
      if (message != null && recipient != null) {
        tellSender(message, recipient, last == OfflineMail.State.FAILED ? "failed" : "sent");
      }
    }
  }

  private void tellSender(Message message, Person recipient, String mail) {
    push.tell(
        message.senderId(),
        "message-state",
        Map.of(
            "conversation",
            recipient.user(),
            "uid",
            message.uid(),
            "id",
            message.id(),
            "state",
            message.state().word(),
            "mail",
            mail));
  }
}
