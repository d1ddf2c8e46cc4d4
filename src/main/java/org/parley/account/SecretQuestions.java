package org.parley.account;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A question that only its owner can answer, asked besides the mailed link when a password was
 * forgotten. It never stands in for the link.
 */
@Service
@Transactional
public class SecretQuestions {
  private final SecretQuestionDao questions;
  private final PasswordEncoder encoder;
  private final RateLimits limits;
  private final AuditLog audit;
  private final Clock clock;

  SecretQuestions(
      SecretQuestionDao questions,
      PasswordEncoder encoder,
      RateLimits limits,
      AuditLog audit,
      Clock clock) {
    this.questions = questions;
    this.encoder = encoder;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of an answer. */
  enum Answer {
    RIGHT,
    WRONG,
    TOO_MANY
  }

  /** The question of an account, where its owner has set one. */
  @Transactional(readOnly = true)
  public Optional<String> of(long accountId) {
    return questions.find(accountId).map(SecretQuestion::question);
  }

  /** Sets or replaces my question. */
  public void set(SignedIn me, String question, String answer) {
    SecretQuestion mine = questions.find(me.id()).orElseGet(() -> new SecretQuestion(me.id()));
    String hash = Objects.requireNonNull(encoder.encode(plain(answer)));
    mine.set(question.strip(), hash, clock.instant());
    questions.save(mine);
    audit.record(me, Act.QUESTION_SET, me, "");
  }

  /** Nobody asks me any more. */
  public void remove(SignedIn me) {
    questions.remove(me.id());
    audit.record(me, Act.QUESTION_REMOVED, me, "");
  }

  /** Compares an answer; every try counts, however many links somebody asks for. */
  Answer answer(long accountId, String answer) {
    Optional<SecretQuestion> question = questions.find(accountId);
    if (question.isEmpty()) {
      return Answer.RIGHT;
    }
    if (!limits.allows(RateLimits.Limit.SECRET_ANSWER, Long.toString(accountId))) {
      return Answer.TOO_MANY;
    }
    return encoder.matches(plain(answer), question.get().answerHash())
        ? Answer.RIGHT
        : Answer.WRONG;
  }

  // People remember words, not how they wrote them.
  static String plain(String answer) {
    return Normalizer.normalize(answer, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{Punct}\\s]+", " ")
        .strip();
  }
}
