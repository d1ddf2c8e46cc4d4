package org.parley.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.journal.JournalEvent;
import org.parley.journal.JournalListener;
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
 * person reads: so both count unread messages one after the other, from the messages themselves,
 * and the number cannot drift.
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
  private final PushService push;

  MessageProjection(
      ConversationDao conversations,
      MessageDao messages,
      People people,
      OfflineMailService offlineMail,
      PushService push) {
    this.conversations = conversations;
    this.messages = messages;
    this.people = people;
    this.offlineMail = offlineMail;
    this.push = push;
  }

  @Override
  public void on(JournalEvent event) {
    switch (event.kind()) {
      case MESSAGE_ACCEPTED -> accepted(event);
      case MESSAGE_DELIVERED -> delivered(event);
      default -> {
        // Not about messages.
      }
    }
  }

  private void accepted(JournalEvent event) {
    String uid = required(event.messageId(), "message id");
    String from = required(event.fromUser(), "sender");
    String to = required(event.toUser(), "recipient");
    Map<String, Person> known = people.findAll(List.of(from, to));
    Person sender = known.get(from);
    Person recipient = known.get(to);
    if (sender == null || recipient == null) {
      log.warn("journal row {}: a message between unknown people", event.id());
      return;
    }
    long conversation = conversation(sender.id(), recipient.id(), event.occurredAt());
    List<Participant> sides = conversations.lockSides(conversation);
    Optional<Message> before = messages.find(sender.id(), uid);
    Message message =
        before.orElseGet(() -> new Message(conversation, sender.id(), recipient.id(), uid));
    message.setContent(type(event.contentType()), text(event), event.occurredAt());
    if (sender.id() == recipient.id()) {
      message.seenByItsSender();
    }
    if (before.isEmpty()) {
      messages.save(message);
    }
    for (Participant side : sides) {
      side.noteLast(message);
      if (side.accountId() == recipient.id()) {
        side.setUnread(messages.countUnread(conversation, recipient.id()));
      }
    }
    if (before.isEmpty()) {
      tell(recipient.id(), MessageNews.of(message, recipient.id(), sender, sides));
      if (sender.id() != recipient.id()) {
        offlineMail.expect(message);
        // The sender's other browsers show it too.
        tell(sender.id(), MessageNews.of(message, sender.id(), recipient, sides));
      }
    }
  }

  private long conversation(long one, long other, Instant now) {
    return conversations
        .between(one, other)
        .orElseGet(() -> conversations.begin(one, other, now))
        .id();
  }

  private void tell(long accountId, MessageNews news) {
    push.tell(accountId, "message", news);
  }

  private void delivered(JournalEvent event) {
    String uid = required(event.messageId(), "message id");
    String from = required(event.fromUser(), "sender");
    Optional<Person> sender = people.find(from);
    Optional<Message> message = sender.flatMap(person -> messages.find(person.id(), uid));
    if (message.isEmpty()) {
      log.warn("journal row {}: delivery of an unknown message", event.id());
      return;
    }
    Message known = message.get();
    if (messages.markDelivered(known.id(), event.occurredAt())) {
      Person recipient = people.findAllById(List.of(known.recipientId())).get(known.recipientId());
      push.tell(
          known.senderId(),
          "message-state",
          Map.of(
              "conversation",
              Objects.requireNonNull(recipient).user(),
              "uid",
              uid,
              "id",
              known.id(),
              "state",
              MessageState.DELIVERED.word()));
    }
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
