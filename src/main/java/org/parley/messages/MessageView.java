package org.parley.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as one of its two people sees it.
 *
 * @param id its place in the conversation; later ones are greater
 * @param uid the identifier its sender gave it
 * @param mine whether the asking person wrote it
 * @param text what it says
 * @param sentAt when the SIP core accepted it
 * @param state {@code sent}, {@code delivered} or {@code read}
 * @param mail {@code failed} where its recipient was not there and it could not be mailed either
 */
public record MessageView(
    long id,
    String uid,
    boolean mine,
    String text,
    Instant sentAt,
    String state,
    @Nullable String mail) {
  /** The view that the person with {@code accountId} has of {@code message}. */
  static MessageView of(Message message, long accountId, boolean mailFailed) {
    return new MessageView(
        message.id(),
        message.uid(),
        message.senderId() == accountId,
        message.body(),
        message.sentAt(),
        message.state().word(),
        mailFailed ? "failed" : null);
  }
}
