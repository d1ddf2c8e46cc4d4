package org.parley.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  public void on(JournalEvent event) {
    switch (event.kind()) {
      case CALL_STARTED, CALL_RINGING, CALL_ANSWERED, CALL_ENDED, CALL_FAILED -> call(event);
      default -> {
        // Not about calls.
      }
    }
  }

  private void call(JournalEvent event) {
    String callId = event.callId();
    if (callId == null || callId.isEmpty()) {
      throw new IllegalArgumentException("an event of a call without its Call-ID");
    }
    CallRecord call = calls.find(callId).orElseGet(() -> begin(callId, event));
    CallState before = call.state();
    call.apply(event);
    log(call, before.isOpen() && !call.state().isOpen());
  }

  private CallRecord begin(String callId, JournalEvent event) {
    String caller = Objects.requireNonNullElse(event.fromUser(), "");
    String callee = Objects.requireNonNullElse(event.toUser(), "");
    Map<String, Person> known = people.findAll(List.of(caller, callee));
    CallRecord call =
        new CallRecord(
            callId,
            nameOf(known.get(caller), caller),
            idOf(known.get(caller)),
            nameOf(known.get(callee), callee),
            idOf(known.get(callee)),
            event.occurredAt());
    calls.save(call);
    return call;
  }

  private void log(CallRecord call, boolean over) {
    Long caller = call.callerId();
    Long callee = call.calleeId();
    if (caller != null) {
      log(call, caller, Optional.of(call.callerKind()), call.calleeUser(), callee, over);
    }
    // Whoever calls their own other device finds one call, not two.
    if (callee != null && !callee.equals(caller)) {
      log(call, callee, call.calleeKind(), call.callerUser(), caller, over);
    }
  }

  private void log(
      CallRecord call,
      long accountId,
      Optional<CallKind> kind,
      String peerUser,
      @Nullable Long peerId,
      boolean over) {
    Optional<CallLog> before = logs.find(accountId, call.id());
    if (kind.isEmpty()) {
      before.ifPresent(logs::remove);
      return;
    }
    CallLog log = before.orElseGet(() -> new CallLog(accountId, call.id(), peerUser, peerId));
    boolean news = over || before.isEmpty() || log.kind() != kind.get();
    log.update(kind.get(), call.startedAt());
    if (before.isEmpty()) {
      logs.save(log);
    }
    if (news) {
      push.tell(
          accountId,
          "call",
          Map.of("id", log.id(), "kind", kind.get().word(), "user", log.peerUser()));
    }
  }

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
    for (CallRecord call : calls.begunBefore(states, before, BATCH)) {
      call.giveUp();
      log(call, true);
    }
  }

  /** What somebody is called now: the journal keeps the names of their time. */
  private static String nameOf(@Nullable Person person, String told) {
    return person == null ? told : person.user();
  }

  private static @Nullable Long idOf(@Nullable Person person) {
    return person == null ? null : person.id();
  }
}
