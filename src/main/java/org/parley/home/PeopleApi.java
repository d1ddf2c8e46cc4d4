package org.parley.home;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.parley.history.HistoryService;
import org.parley.messages.MessageService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues, and the numbers on the rail, for scripts. */
@RestController
@RequestMapping("/api")
class PeopleApi {
  private static final int USUAL = 24;
  private static final int LONGEST_QUERY = 120;

  private final People people;
  private final MessageService messages;
  private final HistoryService history;
  private final Settings settings;
  private final Clock clock;

  PeopleApi(
      People people,
      MessageService messages,
      HistoryService history,
      Settings settings,
      Clock clock) {
    this.people = people;
    this.messages = messages;
    this.history = history;
    this.settings = settings;
    this.clock = clock;
  }

  /** Somebody to call or write to. */
  record Colleague(
      String user,
      String name,
      String address,
      @Nullable String picture,
      @Nullable String status) {}

  /** A page of colleagues. */
  record Colleagues(List<Colleague> people, @Nullable String next) {}

  /** What waits for the person. */
  record Summary(long unread, long missed) {}

  @GetMapping("/people")
  Colleagues people(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
    if (text.length() > LONGEST_QUERY) {
      throw new InvalidRequestException("problem.long");
    }
    int most = Page.limit(limit, USUAL);
    List<Person> found = people.search(me, text, after == null ? "" : after, most + 1);
    boolean more = found.size() > most;
    List<Person> shown = more ? found.subList(0, most) : found;
    return new Colleagues(
        shown.stream().map(this::colleague).toList(), more ? shown.get(most - 1).user() : null);
  }

  @GetMapping("/summary")
  Summary summary(@CurrentAccount SignedIn me) {
    return new Summary(messages.unread(me), history.missed(me));
  }

  private Colleague colleague(Person person) {
    return new Colleague(
        person.user(),
        person.name(),
        "sip:" + person.user() + "@" + settings.domain(),
        person.picture(),
        person.statusNow(clock.instant()));
  }
}
