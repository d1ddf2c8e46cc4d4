package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.journal.JournalEvent;
import org.parley.journal.JournalEvent.Kind;

class CallRecordTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void sameEventsInAnyOrderAndRepeatedMakeTheSameRecord() {
    List<JournalEvent> events =
        new ArrayList<>(
            List.of(
                event(Kind.CALL_STARTED, 0, null),
                event(Kind.CALL_RINGING, 1, null),
                event(Kind.CALL_ANSWERED, 4, null),
                event(Kind.CALL_ENDED, 10, null)));
    events.addAll(List.copyOf(events));
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(events, new Random(seed));
      CallRecord call = told(events);
      assertThat(call.state()).isEqualTo(CallState.ENDED);
      assertThat(call.startedAt()).isEqualTo(START);
      assertThat(call.length().orElseThrow()).hasSeconds(6);
      assertThat(call.callerKind()).isEqualTo(CallKind.OUTGOING);
      assertThat(call.calleeKind()).contains(CallKind.INCOMING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "486, FAILED, MISSED",
    "603, DECLINED, DECLINED",
    "408, OUTGOING, MISSED",
    "480, FAILED, MISSED",
    "487, OUTGOING, MISSED",
    "500, FAILED, MISSED",
    "404, FAILED,",
    "403, FAILED,",
  })
  void codeDecidesWhatAFailedCallIsForEach(int code, CallKind caller, @Nullable CallKind callee) {
    CallRecord call =
        told(List.of(event(Kind.CALL_STARTED, 0, null), event(Kind.CALL_FAILED, 5, code)));
    assertThat(call.state()).isEqualTo(CallState.FAILED);
    assertThat(call.callerKind()).isEqualTo(caller);
    assertThat(call.calleeKind()).isEqualTo(Optional.ofNullable(callee));
  }

  @Test
  void callFromSomebodyBlockedIsInTheCallersHistoryAlone() {
    CallRecord call =
        told(
            List.of(event(Kind.CALL_STARTED, 0, null), event(Kind.CALL_FAILED, 0, 480, "blocked")));
    assertThat(call.callerKind()).isEqualTo(CallKind.FAILED);
    assertThat(call.calleeKind()).isEmpty();
  }

  @Test
  void answerOutweighsAFailureWhicheverIsToldFirst() {
    JournalEvent failed = event(Kind.CALL_FAILED, 5, 486);
    JournalEvent answered = event(Kind.CALL_ANSWERED, 5, null);
    assertThat(told(List.of(failed, answered)).state()).isEqualTo(CallState.ANSWERED);
    assertThat(told(List.of(answered, failed)).state()).isEqualTo(CallState.ANSWERED);
  }

  @Test
  void callOfWhichNothingMoreIsHeardIsMissedAndALateEndStillCounts() {
    CallRecord call = told(List.of(event(Kind.CALL_STARTED, 0, null)));
    call.giveUp();
    assertThat(call.state()).isEqualTo(CallState.LOST);
    assertThat(call.calleeKind()).contains(CallKind.MISSED);
    assertThat(call.callerKind()).isEqualTo(CallKind.FAILED);
    call.apply(event(Kind.CALL_ANSWERED, 3, null));
    call.apply(event(Kind.CALL_ENDED, 8, null));
    assertThat(call.calleeKind()).contains(CallKind.INCOMING);
    assertThat(call.length().orElseThrow()).hasSeconds(5);
  }

  @Test
  void clocksThatDisagreeNeverMakeANegativeLength() {
    CallRecord call =
        told(List.of(event(Kind.CALL_ANSWERED, 5, null), event(Kind.CALL_ENDED, 4, null)));
    assertThat(call.length().orElseThrow()).isZero();
  }

  private static CallRecord told(List<JournalEvent> events) {
    CallRecord call = new CallRecord("id@host", "anna", 1L, "ben", 2L, events.get(0).occurredAt());
    events.forEach(call::apply);
    return call;
  }

  private static JournalEvent event(Kind kind, int second, @Nullable Integer code) {
    return event(kind, second, code, null);
  }

  private static JournalEvent event(
      Kind kind, int second, @Nullable Integer code, @Nullable String detail) {
    return new JournalEvent(
        1,
        kind,
        START.plusSeconds(second),
        "id@host",
        null,
        "anna",
        "ben",
        null,
        code,
        null,
        detail,
        "audio",
        null,
        null,
        null);
  }
}
