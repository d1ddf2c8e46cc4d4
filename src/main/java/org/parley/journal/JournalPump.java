package org.parley.journal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/**
 * Projects step by step, whatever happens: a database that is away is waited for, and a row that
 * fails by itself several times is passed over and logged. One thread at a time uses it.
 */
@Component
public class JournalPump {
  private static final Logger log = LoggerFactory.getLogger(JournalPump.class);
  private static final Duration IDLE = Duration.ofMillis(60);

  /** Where something has just happened, something else is about to. */
  private static final Duration BUSY = Duration.ofMillis(15);

  private static final Duration BUSY_FOR = Duration.ofSeconds(2);
  private static final Duration AWAY = Duration.ofSeconds(1);
  private static final Duration FAILED = Duration.ofMillis(300);
  private static final int TRIES = 3;

  private final JournalService journal;
  private int failures;
  private int singly;
  private long newsAt = System.nanoTime();

  JournalPump(JournalService journal) {
    this.journal = journal;
  }

  /**
   * Projects the next events.
   *
   * @return how long to wait before the next step
   */
  public Duration step() {
    try {
      // After a failure one at a time, as many as were in the batch: one of them failed.
      int most = singly > 0 ? 1 : JournalService.BATCH;
      int read = journal.project(most);
      singly = Math.max(0, singly - read);
      failures = 0;
      return read < most ? pause(read > 0) : Duration.ZERO;
    } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
      log.warn("The database does not answer: {}", e.getMessage());
      return AWAY;
    } catch (PessimisticLockingFailureException e) {
      // No row's fault either: somebody reads what they were written, and goes first.
      log.info("Projecting begins again: {}", e.getMessage());
      return BUSY;
    } catch (RuntimeException e) {
      boolean alone = singly > 0;
      singly = alone ? singly : JournalService.BATCH;
      failures++;
      log.error("Projecting failed (try {})", failures, e);
      if (alone && failures > TRIES && isOfTheRow(e)) {
        pass();
        failures = 0;
      }
      return FAILED;
    }
  }

  private Duration pause(boolean news) {
    long now = System.nanoTime();
    if (news) {
      newsAt = now;
    }
    return now - newsAt < BUSY_FOR.toNanos() ? BUSY : IDLE;
  }

  // A lost connection in the middle of a batch is no fault of a row, whatever it is wrapped in.
  private static boolean isOfTheRow(RuntimeException e) {
    return e instanceof NonTransientDataAccessException
        || !(e instanceof DataAccessException || e instanceof TransactionException);
  }

  private void pass() {
    try {
      journal.skipOne();
    } catch (RuntimeException e) {
      log.error("Could not pass over a row", e);
    }
  }
}
