package org.parley.history;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.common.Settings;
import org.parley.journal.JournalEvent;
import org.parley.journal.JournalListener;
import org.parley.push.PushService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes call records, and each person's history, of what the SIP core saw. The Call-ID is the key;
 * events may come in any order and more than once. People without an account take part by name
 * only.
 */
@Service
@Transactional
public class HistoryProjection implements JournalListener {
  /** A talk of which nothing is heard for so long is taken for over. */
  static final Duration LONGEST_TALK = Duration.ofHours(12);

  /** Added to the ring time: the core itself may wait for a database that is away. */
  static final Duration LATE = Duration.ofMinutes(10);

  private static final int BATCH = 200;

  private final CallRecordDao calls;
  private final CallLogDao logs;
  private final People people;
  private final PushService push;
  private final Settings settings;
  private final Clock clock;

  HistoryProjection(
      CallRecordDao calls,
      CallLogDao logs,
      People people,
      PushService push,
      Settings settings,
      Clock clock) {
    this.calls = calls;
    this.logs = logs;
    this.people = people;
    this.push = push;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void on(List<JournalEvent> events) {
    List<JournalEvent> told = events.stream().filter(HistoryProjection::isOfACall).toList();
    if (told.isEmpty()) {
      return;
    }
    Map<String, CallRecord> known =
        calls.findAll(told.stream().map(HistoryProjection::callId).collect(toSet()));
    Map<String, Person> callers =
        people.findAll(
            told.stream()
                .filter(event -> !known.containsKey(CallRecord.key(callId(event))))
                .flatMap(event -> Stream.of(caller(event), callee(event)))
                .collect(toSet()));
    Logs shown = new Logs(known.values());
    Set<CallRecord> fresh = new HashSet<>();
    Set<CallRecord> over = new HashSet<>();
    Set<CallRecord> touched = new LinkedHashSet<>();
    for (JournalEvent event : told) {
      CallRecord call = known.get(CallRecord.key(callId(event)));
      if (call == null) {
        call = begin(event, callers);
        known.put(CallRecord.key(callId(event)), call);
        fresh.add(call);
      }
      CallState before = call.state();
      call.apply(event);
      if (before.isOpen() && !call.state().isOpen()) {
        over.add(call);
      }
      touched.add(call);
    }
    // What is shown is what all of it came to.
    for (CallRecord call : touched) {
      if (fresh.contains(call)) {
        calls.save(call);
      }
      shown.update(call, over.contains(call));
    }
    push.tell(shown.news);
  }

  private static boolean isOfACall(JournalEvent event) {
    return switch (event.kind()) {
      case CALL_STARTED, CALL_RINGING, CALL_ANSWERED, CALL_ENDED, CALL_FAILED -> true;
      default -> false;
    };
  }

  private static String callId(JournalEvent event) {
    String callId = event.callId();
    if (callId == null || callId.isEmpty()) {
      throw new IllegalArgumentException("an event of a call without its Call-ID");
    }
    return callId;
  }

  private static String caller(JournalEvent event) {
    return Objects.requireNonNullElse(event.fromUser(), "");
  }

  private static String callee(JournalEvent event) {
    return Objects.requireNonNullElse(event.toUser(), "");
  }

  private static CallRecord begin(JournalEvent event, Map<String, Person> known) {
    Person caller = known.get(caller(event));
    Person callee = known.get(callee(event));
    return new CallRecord(
        callId(event),
        nameOf(caller, caller(event)),
        idOf(caller),
        nameOf(callee, callee(event)),
        idOf(callee),
        event.occurredAt());
  }

  /** What people's histories show of some calls, and what there is to tell of it. */
  private final class Logs {
    private final List<PushService.Notice> news = new ArrayList<>();
    private final Map<Side, CallLog> shown = new HashMap<>();

    Logs(Collection<CallRecord> known) {
      for (CallLog log : logs.findAll(known.stream().map(CallRecord::id).toList())) {
        shown.put(new Side(log.callRecordId(), log.accountId()), log);
      }
    }

    void update(CallRecord call, boolean over) {
      Long caller = call.callerId();
      Long callee = call.calleeId();
      if (caller != null) {
        update(call, caller, Optional.of(call.callerKind()), call.calleeUser(), callee, over);
      }
      // Whoever calls their own other device finds one call, not two.
      if (callee != null && !callee.equals(caller)) {
        update(call, callee, call.calleeKind(), call.callerUser(), caller, over);
      }
    }

    private void update(
        CallRecord call,
        long accountId,
        Optional<CallKind> kind,
        String peerUser,
        @Nullable Long peerId,
        boolean over) {
      Side side = new Side(call.id(), accountId);
      CallLog before = shown.get(side);
      if (kind.isEmpty()) {
        if (before != null) {
          logs.remove(before);
          shown.remove(side);
        }
        return;
      }
      CallLog log = before == null ? new CallLog(accountId, call.id(), peerUser, peerId) : before;
      boolean changed = over || before == null || log.kind() != kind.get();
      log.update(kind.get(), call.startedAt());
      if (before == null) {
        logs.save(log);
        shown.put(side, log);
      }
      if (changed) {
        news.add(
            new PushService.Notice(
                accountId,
                "call",
                Map.of("id", log.id(), "kind", kind.get().word(), "user", log.peerUser())));
      }
    }
  }

  /** Whose view of which call. */
  private record Side(long callRecordId, long accountId) {}

  /**
   * Closes calls whose end was never told, for example because the SIP core lost its memory. Should
   * the end be told after all, it counts.
   */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void closeLost() {
    Instant now = clock.instant();
    giveUp(
        List.of(CallState.STARTED, CallState.RINGING), now.minus(settings.ringTime()).minus(LATE));
    giveUp(List.of(CallState.ANSWERED), now.minus(LONGEST_TALK));
  }

  private void giveUp(List<CallState> states, Instant before) {
    List<CallRecord> lost = calls.begunBefore(states, before, BATCH);
    Logs shown = new Logs(lost);
    for (CallRecord call : lost) {
      call.giveUp();
      shown.update(call, true);
    }
    push.tell(shown.news);
  }

  /** What somebody is called now: the journal keeps the names of their time. */
  private static String nameOf(@Nullable Person person, String told) {
    return person == null ? told : person.user();
  }

  private static @Nullable Long idOf(@Nullable Person person) {
    return person == null ? null : person.id();
  }
}
