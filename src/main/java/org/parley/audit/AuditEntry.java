package org.parley.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line as it is stored. */
@Entity
@Immutable
@Table(name = "audit")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false)
  private Instant at;

  @Column(nullable = false)
  private String act;

  @Column(name = "actor_id")
  private @Nullable Long actorId;

  @Column(nullable = false)
  private String actor;

  @Column(name = "subject_id")
  private @Nullable Long subjectId;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String detail;

  @Column(nullable = false)
  private String address;

  protected AuditEntry() {}

  AuditEntry(AuditLine line) {
    this.at = line.at();
    this.act = line.act();
    this.actorId = line.actorId();
    this.actor = line.actor();
    this.subjectId = line.subjectId();
    this.subject = line.subject();
    this.detail = line.detail();
    this.address = line.address();
  }
}
