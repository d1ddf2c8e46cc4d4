package org.parley.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes what open browsers are to be told, in the transaction that changes it. */
@Service
@Transactional
public class PushService {
  /** How long an event can still be fetched after a lost connection. */
  static final Duration KEPT = Duration.ofHours(1);

  private static final int PURGE_ROUNDS = 50;

  private final PushDao events;
  private final JsonMapper json = JsonMapper.builder().build();
  private final PushBell bell;
  private final Clock clock;

  PushService(PushDao events, PushBell bell, Clock clock) {
    this.events = events;
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * Something to tell.
   *
   * @param accountId whose open browsers are told
   * @param type what it is about
   * @param payload what there is to know, as JSON: a map or a record; 64 KB at the most
   */
  public record Notice(long accountId, String type, Object payload) {}

  /** Tells every open browser of the account. */
  public void tell(long accountId, String type, Object payload) {
    tell(List.of(new Notice(accountId, type, payload)));
  }

  /** Tells several, in this order. */
  public void tell(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    events.save(
        notices.stream()
            .map(
                notice ->
                    new PushEvent(
                        notice.accountId(),
                        notice.type(),
                        json.writeValueAsString(notice.payload()),
                        now))
            .toList());
    bell.ringAfterCommit();
  }

  @Transactional(readOnly = true)
  long last() {
    return events.last();
  }

  @Transactional(readOnly = true)
  List<PushEvent> after(long id, int limit) {
    return events.after(id, limit);
  }

  @Transactional(readOnly = true)
  List<PushEvent> findAll(Collection<Long> ids) {
    return events.findAll(ids);
  }

  @Transactional(readOnly = true)
  List<PushEvent> of(long accountId, long after, int limit) {
    return events.of(accountId, after, limit);
  }

  @Transactional(readOnly = true)
  Set<String> sessionsAmong(Collection<String> ids) {
    return Set.copyOf(events.sessionsAmong(ids));
  }

  /** Removes events that nobody can ask for any more. */
  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
  public void purge() {
    int round = 0;
    while (round++ < PURGE_ROUNDS && events.purge(clock.instant().minus(KEPT)) > 0) {
      // Bounded statements keep locks short.
    }
  }
}
