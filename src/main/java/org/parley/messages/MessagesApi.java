package org.parley.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Conversations for scripts. Messages are sent over SIP; here they are read, and marked as read.
 */
@RestController
@RequestMapping("/api")
class MessagesApi {
  private static final int USUAL_CONVERSATIONS = 30;
  private static final int USUAL_MESSAGES = 50;
  private static final int MOST_UIDS = 200;

  private final MessageService messages;

  MessagesApi(MessageService messages) {
    this.messages = messages;
  }

  /** A page of conversations. */
  record Conversations(List<ConversationView> conversations, @Nullable String next) {}

  /** Up to which message a conversation is read. */
  record ReadForm(@Nullable Long upTo) {}

  /** Messages that the browser has by now. */
  record ReceivedForm(@Nullable List<String> uids) {}

  @GetMapping("/conversations")
  Conversations conversations(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "before", required = false) @Nullable String before,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
    Page<ConversationView> page =
        messages.conversations(me, Page.Key.parse(before), Page.limit(limit, USUAL_CONVERSATIONS));
    return new Conversations(page.items(), page.next());
  }

  @GetMapping("/conversations/{user}/messages")
  MessageService.Excerpt messages(
      @CurrentAccount SignedIn me,
      @PathVariable("user") String user,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "after", required = false) @Nullable Long after,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
    int most = Page.limit(limit, USUAL_MESSAGES);
    if (after != null) {
      if (before != null) {
        throw new InvalidRequestException("problem.beforeAndAfter");
      }
      return messages.after(me, user, after, most);
    }
    return messages.before(me, user, before == null ? Long.MAX_VALUE : before, most);
  }

  @PostMapping("/conversations/{user}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, @RequestBody ReadForm form) {
    if (form.upTo() == null) {
      throw new InvalidRequestException("problem.upTo");
    }
    messages.read(me, user, form.upTo());
  }

  @GetMapping("/messages/waiting")
  MessageService.Waiting waiting(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
    return messages.waiting(me, Page.limit(limit, USUAL_MESSAGES));
  }

  @PostMapping("/messages/received")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void received(@CurrentAccount SignedIn me, @RequestBody ReceivedForm form) {
    if (form.uids() == null || form.uids().size() > MOST_UIDS) {
      throw new InvalidRequestException("problem.uids", MOST_UIDS);
    }
    messages.received(me, form.uids());
  }
}
