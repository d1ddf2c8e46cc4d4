package org.parley.mail;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail in the outbox. Its words are erased as soon as nobody has to send them any more. */
@Entity
@Table(name = "mail")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class OutboxMail {
  private static final int LONGEST_PROBLEM = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false, columnDefinition = "char(36)")
  private String uid;

  @Column(nullable = false, updatable = false)
  private String kind;

  @Column(updatable = false)
  private @Nullable String reference;

  @Column(nullable = false, updatable = false)
  private String recipient;

  @Column(name = "recipient_name", updatable = false)
  private @Nullable String recipientName;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Column(name = "text_body", columnDefinition = "mediumtext")
  private @Nullable String text;

  @Column(name = "html_body", columnDefinition = "mediumtext")
  private @Nullable String html;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(16)")
  private MailState state;

  private int tries;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "next_at", nullable = false)
  private Instant nextAt;

  @Column(name = "not_after", updatable = false)
  private @Nullable Instant notAfter;

  @Column(columnDefinition = "char(36)")
  private @Nullable String claim;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  private @Nullable String problem;

  protected OutboxMail() {}

  OutboxMail(Letter letter, MailText words, Instant now) {
    this.uid = UUID.randomUUID().toString();
    this.kind = letter.kind();
    this.reference = letter.reference();
    this.recipient = letter.address();
    this.recipientName = letter.name();
    this.subject = words.subject();
    this.text = words.text();
    this.html = words.html();
    this.state = MailState.WAITING;
    this.createdAt = now;
    this.nextAt = now;
    this.notAfter = letter.notAfter();
  }

  /** Takes it for sending. */
  void claim(Instant now) {
    state = MailState.SENDING;
    claim = UUID.randomUUID().toString();
    tries++;
    // While it is being sent this says since when.
    nextAt = now;
  }

  void sent(Instant now) {
    end(MailState.SENT, now);
    problem = null;
  }

  /** It did not work this time. */
  void again(String why, Duration wait, Instant now) {
    state = MailState.WAITING;
    claim = null;
    problem = shortened(why);
    nextAt = now.plus(wait);
  }

  /** Gives it up; the words stay, so that it can be tried again. */
  void failed(String why, Instant now) {
    state = MailState.FAILED;
    finishedAt = now;
    problem = shortened(why);
  }

  void discarded(Instant now) {
    end(MailState.DISCARDED, now);
  }

  /** An administrator wants it sent after all. */
  void retry(Instant now) {
    state = MailState.WAITING;
    claim = null;
    finishedAt = null;
    tries = 0;
    nextAt = now;
  }

  private void end(MailState last, Instant now) {
    state = last;
    finishedAt = now;
    text = null;
    html = null;
  }

  private static String shortened(String why) {
    return why.length() <= LONGEST_PROBLEM ? why : why.substring(0, LONGEST_PROBLEM);
  }

  /** Whether it is of no use any more. */
  boolean isTooLate(Instant now) {
    return notAfter != null && now.isAfter(notAfter);
  }

  boolean isClaimedBy(@Nullable String who) {
    return claim != null && claim.equals(who);
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  String uid() {
    return uid;
  }

  String kind() {
    return kind;
  }

  @Nullable String reference() {
    return reference;
  }

  String recipient() {
    return recipient;
  }

  @Nullable String recipientName() {
    return recipientName;
  }

  String subject() {
    return subject;
  }

  @Nullable String text() {
    return text;
  }

  @Nullable String html() {
    return html;
  }

  MailState state() {
    return state;
  }

  int tries() {
    return tries;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant nextAt() {
    return nextAt;
  }

  @Nullable Instant finishedAt() {
    return finishedAt;
  }

  @Nullable String claim() {
    return claim;
  }

  @Nullable String problem() {
    return problem;
  }
}
