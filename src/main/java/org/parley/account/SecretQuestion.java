package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a person is asked besides the link before a new password; the answer as a hash alone. */
@Entity
@Table(name = "secret_question")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class SecretQuestion {
  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(nullable = false)
  private String question;

  @Column(name = "answer_hash", nullable = false)
  private String answerHash;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  protected SecretQuestion() {}

  SecretQuestion(long accountId) {
    this.accountId = accountId;
  }

  void set(String text, String hash, Instant now) {
    question = text;
    answerHash = hash;
    updatedAt = now;
  }

  long accountId() {
    return accountId;
  }

  String question() {
    return question;
  }

  String answerHash() {
    return answerHash;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
