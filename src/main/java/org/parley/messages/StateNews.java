package org.parley.messages;

import org.parley.push.PushService;

/**
 * What the open browsers of a message's sender are told when it has come further.
 *
 * @param conversation the user part of whom it was sent to
 * @param uid the identifier its sender gave it
 * @param id its place in the conversation
 * @param state {@code delivered} or {@code read}
 */
record StateNews(String conversation, String uid, long id, String state) {
  /** The news that a message to {@code recipient} has come to {@code state}. */
  static PushService.Notice of(MessageDao.Mark mark, String recipient, MessageState state) {
    return new PushService.Notice(
        mark.senderId(),
        "message-state",
        new StateNews(recipient, mark.uid(), mark.id(), state.word()));
  }
}
