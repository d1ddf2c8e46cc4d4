package org.parley.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is there, for scripts: one question for a whole page of people. */
@RestController
@RequestMapping("/api/presence")
class PresenceApi {
  private static final long LONGEST_CHOICE = Duration.ofDays(31).toMinutes();
  private static final int LONGEST_USER = 64;
  private static final int LONGEST_STATUS = 120;

  private final PresenceService presences;
  private final AccountService accounts;
  private final Clock clock;

  PresenceApi(PresenceService presences, AccountService accounts, Clock clock) {
    this.presences = presences;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Whom a page shows. */
  record Question(@Nullable List<@Nullable String> users) {}

  /** How they are, and what one chose oneself. */
  record Answer(List<PresenceView> people, PresenceView.OwnView own) {}

  /**
   * How to be seen.
   *
   * @param choice the word
   * @param minutes for how long; none leaves it until it is changed
   */
  record ChoiceForm(@Nullable String choice, @Nullable Integer minutes) {}

  @PostMapping
  ResponseEntity<Answer> seen(@CurrentAccount SignedIn me, @RequestBody Question question) {
    Set<String> users = new HashSet<>();
    for (String user : question.users() == null ? List.<@Nullable String>of() : question.users()) {
      if (user == null || user.isEmpty() || user.length() > LONGEST_USER) {
        throw new InvalidRequestException("problem.long");
      }
      users.add(user);
    }
    if (users.size() > PresenceService.MOST) {
      throw new InvalidRequestException("problem.long");
    }
    List<PresenceView> people =
        presences.seen(me, users).entrySet().stream()
            .map(entry -> PresenceView.of(entry.getKey(), entry.getValue()))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Answer(people, PresenceView.OwnView.of(presences.own(me))));
  }

  @PostMapping("/choice")
  PresenceView.OwnView choose(@CurrentAccount SignedIn me, @RequestBody ChoiceForm form) {
    presences.choose(me, choice(form.choice()), until(form.minutes()));
    return PresenceView.OwnView.of(presences.own(me));
  }

  /**
   * What to say of oneself.
   *
   * @param text the words; none says nothing any more
   * @param minutes for how long; none leaves it until it is changed
   */
  record StatusForm(@Nullable String text, @Nullable Integer minutes) {}

  @PostMapping("/status")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void say(@CurrentAccount SignedIn me, @RequestBody StatusForm form) {
    String text = form.text() == null ? "" : form.text();
    if (text.length() > LONGEST_STATUS) {
      throw new InvalidRequestException("problem.long");
    }
    accounts.say(me, text, until(form.minutes()));
  }

  private @Nullable Instant until(@Nullable Integer minutes) {
    if (minutes == null) {
      return null;
    }
    if (minutes < 1 || minutes > LONGEST_CHOICE) {
      throw new InvalidRequestException("problem.presence");
    }
    return clock.instant().plus(Duration.ofMinutes(minutes));
  }

  private static Choice choice(@Nullable String word) {
    for (Choice choice : Choice.values()) {
      if (choice.name().equalsIgnoreCase(word)) {
        return choice;
      }
    }
    throw new InvalidRequestException("problem.presence");
  }
}
