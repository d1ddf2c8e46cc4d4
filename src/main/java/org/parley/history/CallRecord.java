package org.parley.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.journal.JournalEvent;

/**
 * A call detail record. What it says depends on which events it was told, not on their order or
 * number: each fills fields of its own, and the state follows from all of them.
 */
@Entity
@Table(name = "call_record")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class CallRecord {
  /** Status codes (RFC 3261 section 21) that mean something of their own to people. */
  static final int FORBIDDEN = 403;

  static final int NOT_FOUND = 404;
  static final int NO_ANSWER = 408;
  static final int CANCELLED = 487;
  static final int DECLINED = 603;

  /** What the core notes of a call from somebody whom the called one blocks. */
  private static final String BLOCKED = "blocked";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "call_id", nullable = false)
  private String callId;

  @Column(name = "caller_user", nullable = false)
  private String callerUser;

  @Column(name = "callee_user", nullable = false)
  private String calleeUser;

  @Column(name = "caller_id")
  private @Nullable Long callerId;

  @Column(name = "callee_id")
  private @Nullable Long calleeId;

  @Column(name = "dialled_uri")
  private @Nullable String dialledUri;

  private @Nullable String media;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(16)")
  private CallState state;

  @Column(columnDefinition = "smallint")
  private @Nullable Integer code;

  @SuppressWarnings("UnusedVariable") // Kept for who looks into a call; people are told by code.
  private @Nullable String reason;

  @Column(name = "ended_by")
  private @Nullable String endedBy;

  @Column(name = "caller_device")
  private @Nullable String callerDevice;

  @Column(name = "answered_device")
  private @Nullable String answeredDevice;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(name = "ringing_at")
  private @Nullable Instant ringingAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected CallRecord() {}

  CallRecord(
      String callId,
      String callerUser,
      @Nullable Long callerId,
      String calleeUser,
      @Nullable Long calleeId,
      Instant seenAt) {
    this.callId = callId;
    this.callerUser = callerUser;
    this.callerId = callerId;
    this.calleeUser = calleeUser;
    this.calleeId = calleeId;
    this.startedAt = seenAt;
    this.state = CallState.STARTED;
  }

  /** Takes what {@code event} tells. */
  void apply(JournalEvent event) {
    Instant at = event.occurredAt();
    switch (event.kind()) {
      case CALL_STARTED -> {
        startedAt = at;
        dialledUri = event.toUri();
        callerDevice = event.device();
        if (answeredAt == null) {
          media = event.media();
        }
      }
      case CALL_RINGING -> ringingAt = at;
      case CALL_ANSWERED -> {
        answeredAt = at;
        answeredDevice = event.device();
        media = event.media() == null ? media : event.media();
        if (code != null) {
          forgetFailure();
        }
      }
      case CALL_ENDED -> {
        forgetFailure();
        endedAt = at;
        endedBy = event.detail();
        reason = event.reason();
      }
      case CALL_FAILED -> failed(event);
      default -> throw new IllegalArgumentException("no event of a call: " + event.kind());
    }
    // An event that came before the start told of a moment after it.
    if (at.isBefore(startedAt)) {
      startedAt = at;
    }
    state = derive();
  }

  // An answer, or the end of a talk, outweighs the failure of another branch.
  private void failed(JournalEvent event) {
    boolean talked = answeredAt != null || (endedAt != null && code == null);
    if (!talked) {
      endedAt = event.occurredAt();
      code = event.code() == null ? Integer.valueOf(0) : event.code();
      reason = event.reason();
      endedBy = event.detail();
    }
  }

  private void forgetFailure() {
    code = null;
    reason = null;
    endedBy = null;
    endedAt = null;
  }

  private CallState derive() {
    if (endedAt != null) {
      return code == null ? CallState.ENDED : CallState.FAILED;
    }
    if (answeredAt != null) {
      return CallState.ANSWERED;
    }
    return ringingAt != null ? CallState.RINGING : CallState.STARTED;
  }

  /** No end was ever told, and none is to be expected any more. */
  void giveUp() {
    if (state.isOpen()) {
      state = CallState.LOST;
    }
  }

  /** What the call is for who called. */
  CallKind callerKind() {
    if (state == CallState.LOST) {
      return answeredAt == null ? CallKind.FAILED : CallKind.OUTGOING;
    }
    if (state != CallState.FAILED || code == null) {
      return CallKind.OUTGOING;
    }
    return switch (code) {
      case CANCELLED, NO_ANSWER -> CallKind.OUTGOING;
      case DECLINED -> CallKind.DECLINED;
      default -> CallKind.FAILED;
    };
  }

  /** What the call is for who was called; empty where it never was meant to reach them. */
  Optional<CallKind> calleeKind() {
    if (state == CallState.LOST) {
      return Optional.of(answeredAt == null ? CallKind.MISSED : CallKind.INCOMING);
    }
    if (state != CallState.FAILED || code == null) {
      return Optional.of(CallKind.INCOMING);
    }
    if (BLOCKED.equals(endedBy)) {
      return Optional.empty();
    }
    return switch (code) {
      case FORBIDDEN, NOT_FOUND -> Optional.empty();
      case DECLINED -> Optional.of(CallKind.DECLINED);
      default -> Optional.of(CallKind.MISSED);
    };
  }

  /** How long two people talked; empty where they did not, still do, or nobody knows. */
  static Optional<Duration> length(@Nullable Instant answeredAt, @Nullable Instant endedAt) {
    if (answeredAt == null || endedAt == null) {
      return Optional.empty();
    }
    Duration length = Duration.between(answeredAt, endedAt);
    return Optional.of(length.isNegative() ? Duration.ZERO : length);
  }

  Optional<Duration> length() {
    return length(answeredAt, endedAt);
  }

  long id() {
    return Objects.requireNonNull(id, "not stored yet");
  }

  /** The name by which a call is known; the database takes small and capital letters for one. */
  static String key(String callId) {
    return callId.toLowerCase(Locale.ROOT);
  }

  String callId() {
    return callId;
  }

  CallState state() {
    return state;
  }

  String callerUser() {
    return callerUser;
  }

  String calleeUser() {
    return calleeUser;
  }

  @Nullable Long callerId() {
    return callerId;
  }

  @Nullable Long calleeId() {
    return calleeId;
  }

  @Nullable String media() {
    return media;
  }

  @Nullable Integer code() {
    return code;
  }

  Instant startedAt() {
    return startedAt;
  }
}
