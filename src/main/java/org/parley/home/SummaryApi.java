package org.parley.home;

import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.history.HistoryService;
import org.parley.messages.MessageService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers on the rail, for scripts. */
@RestController
@RequestMapping("/api")
class SummaryApi {
  private final MessageService messages;
  private final HistoryService history;

  SummaryApi(MessageService messages, HistoryService history) {
    this.messages = messages;
    this.history = history;
  }

  /** What waits for the person. */
  record Summary(long unread, long missed) {}

  @GetMapping("/summary")
  Summary summary(@CurrentAccount SignedIn me) {
    return new Summary(messages.unread(me), history.missed(me));
  }
}
