package org.parley.messages;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.journal.JournalEvent;
import org.parley.journal.JournalListener;
import org.parley.phonebook.Contacts;
import org.parley.push.PushService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes conversations of what the SIP core accepted. A message is known by its sender and its
 * identifier, so that the same event seen again changes nothing.
 *
 * <p>The sides of a conversation are locked before its messages are written, here and where a
 * person reads: so both count unread messages one after the other, and the number cannot drift.
 * Only new messages are added to it; where one is told again, all are counted.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class MessageProjection implements JournalListener {
  private static final Logger log = LoggerFactory.getLogger(MessageProjection.class);
  private static final String TEXT = "text/plain";

  private final ConversationDao conversations;
  private final MessageDao messages;
  private final People people;
  private final OfflineMailService offlineMail;
  private final Contacts contacts;
  private final PushService push;

  MessageProjection(
      ConversationDao conversations,
      MessageDao messages,
      People people,
      OfflineMailService offlineMail,
      Contacts contacts,
      PushService push) {
    this.conversations = conversations;
    this.messages = messages;
    this.people = people;
    this.offlineMail = offlineMail;
    this.contacts = contacts;
    this.push = push;
  }

  @Override
  public void on(List<JournalEvent> events) {
    List<JournalEvent> accepted = of(JournalEvent.Kind.MESSAGE_ACCEPTED, events);
    List<JournalEvent> delivered = of(JournalEvent.Kind.MESSAGE_DELIVERED, events);
    if (accepted.isEmpty() && delivered.isEmpty()) {
      return;
    }
    Set<String> users = new HashSet<>();
    accepted.forEach(event -> users.add(required(event.toUser(), "recipient")));
    accepted.forEach(event -> users.add(required(event.fromUser(), "sender")));
    delivered.forEach(event -> users.add(required(event.fromUser(), "sender")));
    Map<String, Person> known = people.findAll(users);
    List<PushService.Notice> news = new ArrayList<>(accept(accepted, known));
    news.addAll(deliver(delivered, known));
    push.tell(news);
  }

  private static List<JournalEvent> of(JournalEvent.Kind kind, List<JournalEvent> events) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  /** A message and its two people. */
  private record Letter(JournalEvent event, String uid, Person sender, Person recipient) {
    ConversationDao.Pair pair() {
      return ConversationDao.Pair.of(sender.id(), recipient.id());
    }

    MessageDao.Key key() {
      return new MessageDao.Key(sender.id(), uid);
    }

    /** Who may block whom. */
    Contacts.Pair reading() {
      return new Contacts.Pair(recipient.id(), sender.id());
    }

    Message begin(long conversation) {
      return new Message(conversation, sender.id(), recipient.id(), uid);
    }

    void fill(Message message) {
      message.setContent(type(event.contentType()), text(event), event.occurredAt());
      if (sender.id() == recipient.id()) {
        message.seenByItsSender();
      }
    }
  }

  private List<PushService.Notice> accept(List<JournalEvent> events, Map<String, Person> known) {
    List<Letter> letters = letters(events, known);
    if (letters.isEmpty()) {
      return List.of();
    }
    Map<ConversationDao.Pair, Long> talks = talks(letters);
    conversations.lockSides(talks.values());
    Map<MessageDao.Key, Message> all = stored(letters);
    Set<Long> repeated = all.values().stream().map(Message::conversationId).collect(toSet());
    Map<Message, Letter> fresh = new LinkedHashMap<>();
    for (Letter letter : letters) {
      Message message = all.get(letter.key());
      if (message == null) {
        message = letter.begin(Objects.requireNonNull(talks.get(letter.pair())));
        all.put(letter.key(), message);
        fresh.put(message, letter);
      }
      letter.fill(message);
    }
    if (!fresh.isEmpty()) {
      keep(fresh);
    }
    if (!repeated.isEmpty()) {
      conversations.recount(repeated);
    }
    return fresh.isEmpty() ? List.of() : news(fresh, conversations.unread(talks.values()));
  }

  /** Stores new messages; those from people whom their recipients block go no further. */
  private void keep(Map<Message, Letter> fresh) {
    Set<Contacts.Pair> blocked =
        contacts.blocked(fresh.values().stream().map(Letter::reading).collect(toSet()));
    fresh.forEach(
        (message, letter) -> {
          if (blocked.contains(letter.reading())) {
            message.withhold();
          }
        });
    messages.save(fresh.keySet());
    List<Message> open = fresh.keySet().stream().filter(m -> !m.isWithheld()).toList();
    List<Long> withheld =
        fresh.keySet().stream().filter(Message::isWithheld).map(Message::id).toList();
    if (!open.isEmpty()) {
      conversations.advance(open.stream().map(Message::id).toList());
      offlineMail.expect(open.stream().filter(m -> m.senderId() != m.recipientId()).toList());
    }
    if (!withheld.isEmpty()) {
      conversations.advanceSenders(withheld);
    }
  }

  private static List<Letter> letters(List<JournalEvent> events, Map<String, Person> known) {
    List<Letter> letters = new ArrayList<>();
    for (JournalEvent event : events) {
      String uid = required(event.messageId(), "message id");
      Person sender = known.get(event.fromUser());
      Person recipient = known.get(event.toUser());
      if (sender == null || recipient == null) {
        log.warn("journal row {}: a message between unknown people", event.id());
      } else {
        letters.add(new Letter(event, uid, sender, recipient));
      }
    }
    return letters;
  }

  private Map<ConversationDao.Pair, Long> talks(List<Letter> letters) {
    Map<ConversationDao.Pair, Instant> pairs = new LinkedHashMap<>();
    letters.forEach(letter -> pairs.putIfAbsent(letter.pair(), letter.event().occurredAt()));
    Map<ConversationDao.Pair, Long> talks = conversations.among(pairs.keySet());
    pairs.forEach(
        (pair, at) -> talks.computeIfAbsent(pair, missing -> conversations.begin(missing, at)));
    return talks;
  }

  private Map<MessageDao.Key, Message> stored(List<Letter> letters) {
    Set<MessageDao.Key> keys = letters.stream().map(Letter::key).collect(toSet());
    List<Long> ids = messages.marks(keys).values().stream().map(MessageDao.Mark::id).toList();
    Map<MessageDao.Key, Message> stored = new HashMap<>();
    messages.findAll(ids).forEach(message -> stored.put(message.key(), message));
    return stored;
  }

  private static List<PushService.Notice> news(
      Map<Message, Letter> fresh, Map<ParticipantId, Integer> unread) {
    List<PushService.Notice> news = new ArrayList<>();
    fresh.forEach(
        (message, letter) -> {
          Person sender = letter.sender();
          Person recipient = letter.recipient();
          if (!message.isWithheld()) {
            news.add(notice(message, recipient, sender, unread));
          }
          if (sender.id() != recipient.id()) {
            // The sender's other browsers show it too.
            news.add(notice(message, sender, recipient, unread));
          }
        });
    return news;
  }

  private static PushService.Notice notice(
      Message message, Person reader, Person peer, Map<ParticipantId, Integer> unread) {
    return MessageNews.of(
        message,
        reader,
        peer,
        unread.getOrDefault(new ParticipantId(reader.id(), message.conversationId()), 0));
  }

  private List<PushService.Notice> deliver(List<JournalEvent> events, Map<String, Person> known) {
    Map<JournalEvent, MessageDao.Key> keys = new LinkedHashMap<>();
    for (JournalEvent event : events) {
      String uid = required(event.messageId(), "message id");
      Person sender = known.get(event.fromUser());
      keys.put(event, new MessageDao.Key(sender == null ? 0 : sender.id(), uid));
    }
    Map<MessageDao.Key, MessageDao.Mark> marks = messages.marks(Set.copyOf(keys.values()));
    Map<Long, Instant> times = new HashMap<>();
    keys.forEach(
        (event, key) -> {
          MessageDao.Mark mark = marks.get(key);
          if (mark == null) {
            log.warn("journal row {}: delivery of an unknown message", event.id());
          } else {
            times.putIfAbsent(mark.id(), event.occurredAt());
          }
        });
    Set<Long> open = messages.markDelivered(times);
    List<MessageDao.Mark> taken =
        marks.values().stream()
            .filter(mark -> open.contains(mark.id()))
            .sorted(Comparator.comparing(MessageDao.Mark::id))
            .toList();
    Map<Long, Person> recipients =
        people.findAllById(taken.stream().map(MessageDao.Mark::recipientId).collect(toSet()));
    return taken.stream()
        .map(
            mark ->
                StateNews.of(
                    mark,
                    Objects.requireNonNull(recipients.get(mark.recipientId())).user(),
                    MessageState.DELIVERED))
        .toList();
  }

  private static String type(@Nullable String contentType) {
    return contentType == null ? TEXT : contentType;
  }

  // Anything but text would be shown as noise; the core refuses it, but may have been told not to.
  private static String text(JournalEvent event) {
    String type = type(event.contentType()).toLowerCase(Locale.ROOT);
    return event.body() != null && type.startsWith(TEXT) ? event.body() : "";
  }

  private static String required(@Nullable String value, String what) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("a message event without " + what);
    }
    return value;
  }
}
