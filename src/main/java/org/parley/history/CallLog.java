package org.parley.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A call as one of its people finds it in their history. */
@Entity
@Table(name = "call_log")
@DynamicUpdate // "seen" is set by statements of its own; a late write must not undo it.
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class CallLog {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @Column(name = "call_record_id", nullable = false)
  private long callRecordId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(16)")
  private CallKind kind;

  @Column(name = "peer_user", nullable = false)
  private String peerUser;

  @Column(name = "peer_id")
  private @Nullable Long peerId;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(nullable = false)
  private boolean seen;

  protected CallLog() {}

  CallLog(long accountId, long callRecordId, String peerUser, @Nullable Long peerId) {
    this.accountId = accountId;
    this.callRecordId = callRecordId;
    this.peerUser = peerUser;
    this.peerId = peerId;
  }

  /** Takes the present kind of the call; only a missed one waits to be seen. */
  void update(CallKind next, Instant started) {
    if (kind != next) {
      seen = next != CallKind.MISSED;
    }
    kind = next;
    startedAt = started;
  }

  long id() {
    return Objects.requireNonNull(id, "not stored yet");
  }

  long callRecordId() {
    return callRecordId;
  }

  long accountId() {
    return accountId;
  }

  CallKind kind() {
    return kind;
  }

  String peerUser() {
    return peerUser;
  }
}
