package org.parley.home;

import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.history.HistoryService;
import org.parley.location.LocationService;
import org.parley.messages.MessageService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers on the rail, and what the head shows, for scripts. */
@RestController
@RequestMapping("/api")
class SummaryApi {
  private final MessageService messages;
  private final HistoryService history;
  private final LocationService locations;

  SummaryApi(MessageService messages, HistoryService history, LocationService locations) {
    this.messages = messages;
    this.history = history;
    this.locations = locations;
  }

  /** What waits for the person, and whether they share where they are. */
  record Summary(long unread, long missed, boolean sharing) {}

  @GetMapping("/summary")
  Summary summary(@CurrentAccount SignedIn me) {
    return new Summary(messages.unread(me), history.missed(me), locations.isSharing(me));
  }
}
