package org.parley.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.NotFoundException;
import org.parley.common.Page;
import org.parley.push.PushService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's conversations. Each is found through the person who asks and the one they name, so
 * nobody reaches those of others.
 */
@Service
@Transactional
public class MessageService {
  /** Messages whose senders are told one by one; older ones show when they are looked at. */
  private static final int MOST_TOLD = 100;

  private final ConversationDao conversations;
  private final MessageDao messages;
  private final OfflineMailDao offlineMails;
  private final People people;
  private final PushService push;
  private final Clock clock;

  MessageService(
      ConversationDao conversations,
      MessageDao messages,
      OfflineMailDao offlineMails,
      People people,
      PushService push,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.offlineMails = offlineMails;
    this.people = people;
    this.push = push;
    this.clock = clock;
  }

  /**
   * A part of a conversation.
   *
   * @param messages the oldest first
   * @param next the identifier to go on from in the direction asked for; none where that is the end
   */
  public record Excerpt(List<MessageView> messages, @Nullable Long next) {}

  /** Whoever {@code user} is; not found where nobody is. */
  @Transactional(readOnly = true)
  public Person peer(String user) {
    return people.find(user).orElseThrow(NotFoundException::new);
  }

  /** My conversations, the latest first. */
  @Transactional(readOnly = true)
  public Page<ConversationView> conversations(SignedIn me, Page.Key before, int limit) {
    Page<ConversationDao.Line> page =
        Page.of(
            conversations.page(me.id(), before, limit + 1),
            limit,
            line -> new Page.Key(line.lastAt(), line.conversationId()));
    Map<Long, Person> peers =
        people.findAllById(page.items().stream().map(ConversationDao.Line::peerId).toList());
    return page.map(
        line -> {
          Person peer = Objects.requireNonNull(peers.get(line.peerId()));
          return new ConversationView(
              peer.user(),
              peer.name(),
              peer.picture(),
              Objects.requireNonNullElse(line.lastText(), ""),
              line.lastAt(),
              line.lastSenderId() == me.id(),
              line.unread());
        });
  }

  /** The latest messages between me and {@code user} before the message {@code before}. */
  @Transactional(readOnly = true)
  public Excerpt before(SignedIn me, String user, long before, int limit) {
    Optional<Conversation> conversation = conversations.between(me.id(), peer(user).id());
    if (conversation.isEmpty()) {
      return new Excerpt(List.of(), null);
    }
    List<Message> found =
        new ArrayList<>(messages.before(conversation.get().id(), me.id(), before, limit + 1));
    boolean more = found.size() > limit;
    if (more) {
      found.remove(limit);
    }
    Collections.reverse(found);
    return new Excerpt(views(found, me), more ? found.get(0).id() : null);
  }

  /** The first messages between me and {@code user} after the message {@code after}. */
  @Transactional(readOnly = true)
  public Excerpt after(SignedIn me, String user, long after, int limit) {
    Optional<Conversation> conversation = conversations.between(me.id(), peer(user).id());
    if (conversation.isEmpty()) {
      return new Excerpt(List.of(), null);
    }
    List<Message> found =
        new ArrayList<>(messages.after(conversation.get().id(), me.id(), after, limit + 1));
    boolean more = found.size() > limit;
    if (more) {
      found.remove(limit);
    }
    return new Excerpt(views(found, me), more ? found.get(limit - 1).id() : null);
  }

  /** I have read what {@code user} wrote, up to the message {@code upTo}. */
  public void read(SignedIn me, String user, long upTo) {
    Person peer = peer(user);
    Optional<Participant> side =
        conversations
            .between(me.id(), peer.id())
            .flatMap(conversation -> conversations.lockSide(me.id(), conversation.id()));
    if (side.isEmpty()) {
      return;
    }
    Participant mine = side.get();
    List<MessageDao.Mark> unread = messages.unread(mine.conversationId(), me.id(), upTo);
    mine.noteRead(upTo);
    if (unread.isEmpty()) {
      return;
    }
    messages.markRead(mine.conversationId(), me.id(), upTo, clock.instant());
    mine.setUnread(messages.countUnread(mine.conversationId(), me.id()));
    push.tell(
        me.id(),
        "read",
        Map.of("conversation", peer.user(), "upTo", mine.readUpTo(), "unread", mine.unread()));
    tellSenders(
        unread.subList(Math.max(0, unread.size() - MOST_TOLD), unread.size()),
        me,
        MessageState.READ);
  }

  /**
   * What nobody's device has taken yet.
   *
   * @param messages to the person who asks, the oldest first
   * @param people who wrote them
   */
  public record Waiting(List<MessageView> messages, List<Sender> people) {}

  /**
   * Whoever wrote a waiting message.
   *
   * @param user the user part of the address of record
   * @param name the name to show
   */
  public record Sender(String user, String name) {}

  /** The first {@code limit} messages to me that wait for a device. */
  @Transactional(readOnly = true)
  public Waiting waiting(SignedIn me, int limit) {
    List<Message> found = messages.waiting(me.id(), limit);
    Set<Long> senders = found.stream().map(Message::senderId).collect(Collectors.toSet());
    return new Waiting(
        views(found, me),
        people.findAllById(senders).values().stream()
            .map(person -> new Sender(person.user(), person.name()))
            .toList());
  }

  /** This browser has fetched these messages: the senders see them as delivered. */
  public void received(SignedIn me, Collection<String> uids) {
    Instant now = clock.instant();
    List<MessageDao.Mark> waiting = messages.waiting(me.id(), uids);
    Set<Long> taken =
        messages.markDelivered(
            waiting.stream().collect(Collectors.toMap(MessageDao.Mark::id, mark -> now)));
    tellSenders(
        waiting.stream().filter(mark -> taken.contains(mark.id())).toList(),
        me,
        MessageState.DELIVERED);
  }

  /** Unread messages in all my conversations. */
  @Transactional(readOnly = true)
  public long unread(SignedIn me) {
    return conversations.unread(me.id());
  }

  private void tellSenders(List<MessageDao.Mark> marks, SignedIn recipient, MessageState state) {
    push.tell(marks.stream().map(mark -> StateNews.of(mark, recipient.user(), state)).toList());
  }

  private List<MessageView> views(List<Message> found, SignedIn me) {
    Set<Long> notMailed =
        offlineMails.failedAmong(
            found.stream().filter(m -> m.senderId() == me.id()).map(Message::id).toList());
    return found.stream()
        .map(message -> MessageView.of(message, me.id(), notMailed.contains(message.id())))
        .toList();
  }
}
