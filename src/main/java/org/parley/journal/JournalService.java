package org.parley.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Projects the journal, as many events at once as there are, behind a cursor that moves in the same
 * transaction as what the listeners write, so nothing is counted twice and nothing is left out,
 * whichever node does it and whenever it stops.
 *
 * <p>Identifiers are handed out before rows are committed, so a lower one may appear after a higher
 * one. Two things keep it from being passed over: the read waits for rows that are written but not
 * committed, and where a number is missing the reader stops in front of the gap until the row
 * behind it is {@link #GAP_MILLIS} old. A number that a repeated event used up stays missing, and
 * then costs no more than that time.
 */
@Service
public class JournalService {
  /** How long a missing number may still turn up. */
  static final long GAP_MILLIS = 1_500;

  static final int BATCH = 500;
  private static final String CURSOR = "spine";
  private static final Logger log = LoggerFactory.getLogger(JournalService.class);

  private final JournalDao journal;
  private final List<JournalListener> listeners;

  JournalService(JournalDao journal, List<JournalListener> listeners) {
    this.journal = journal;
    this.listeners = listeners;
  }

  /**
   * Projects the next events.
   *
   * @param most how many at the most
   * @return how many were read; 0 where there is nothing new or another node is at it
   */
  @Transactional
  public int project(int most) {
    Optional<Long> position = journal.lockCursor(CURSOR);
    if (position.isEmpty()) {
      return 0;
    }
    long last = position.get();
    List<JournalEvent> events = new ArrayList<>();
    for (JournalDao.Row row : journal.read(last, most)) {
      boolean gap = row.event().id() != last + 1;
      if (gap && row.ageMillis() < GAP_MILLIS) {
        break;
      }
      events.add(row.event());
      last = row.event().id();
    }
    if (!events.isEmpty()) {
      for (JournalListener listener : listeners) {
        listener.on(events);
        journal.settle();
      }
      journal.moveCursor(CURSOR, last);
    }
    return events.size();
  }

  /** Passes over the next event, which cannot be projected; the row stays in the journal. */
  @Transactional
  public void skipOne() {
    journal
        .lockCursor(CURSOR)
        .ifPresent(
            position ->
                journal.read(position, 1).stream()
                    .findFirst()
                    .ifPresent(
                        row -> {
                          log.error("journal row {} is passed over", row.event().id());
                          journal.moveCursor(CURSOR, row.event().id());
                        }));
  }

  /**
   * Starts again from the journal's beginning; whichever node projects next tells the listeners
   * everything anew. People may go on working meanwhile.
   *
   * @return false where a node is projecting at this moment: try again
   */
  @Transactional
  public boolean rewind() {
    if (journal.lockCursor(CURSOR).isEmpty()) {
      return false;
    }
    journal.moveCursor(CURSOR, 0);
    return true;
  }

  /** Rows that no projection has seen yet. */
  @Transactional(readOnly = true)
  public long behind() {
    return journal.behind(CURSOR);
  }
}
