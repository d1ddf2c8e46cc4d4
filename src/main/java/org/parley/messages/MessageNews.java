package org.parley.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.account.Person;
import org.parley.push.PushService;

/**
 * What a person's open browsers are told of a new message: all that they show of it, so that none
 * has to ask.
 *
 * @param conversation the user part of whom it is with
 * @param name the other's name
 * @param picture the name of the other's picture; none where they have none
 * @param id its place in the conversation
 * @param uid the identifier its sender gave it
 * @param mine whether the person told wrote it
 * @param text what it says; none where it is long, then browsers fetch it
 * @param sentAt when the SIP core accepted it
 * @param state {@code sent}, {@code delivered} or {@code read}
 * @param unread messages of the conversation that the person told has not read
 */
record MessageNews(
    String conversation,
    String name,
    @Nullable String picture,
    long id,
    String uid,
    boolean mine,
    @Nullable String text,
    Instant sentAt,
    String state,
    int unread) {
  /** Longer texts stay out of the table of events. */
  static final int LONGEST = 4_000;

  /** The news for {@code reader}, whose conversation is with {@code peer}. */
  static PushService.Notice of(Message message, Person reader, Person peer, int unread) {
    return new PushService.Notice(
        reader.id(),
        "message",
        new MessageNews(
            peer.user(),
            peer.name(),
            peer.picture(),
            message.id(),
            message.uid(),
            message.senderId() == reader.id(),
            message.body().length() > LONGEST ? null : message.body(),
            message.sentAt(),
            message.state().word(),
            unread));
  }
}
