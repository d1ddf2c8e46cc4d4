package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountFeed.Change;

class TailTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final List<Change> written = new ArrayList<>();
  private final Tail tail = new Tail(this::after, START);

  private List<Change> after(Change last, int limit) {
    Comparator<Change> order = Comparator.comparing(Change::at).thenComparing(Change::id);
    return written.stream()
        .sorted(order)
        .filter(change -> order.compare(change, last) > 0)
        .limit(limit)
        .toList();
  }

  @Test
  void aChangeIsToldOnce() {
    written.add(new Change(START.plusSeconds(1), 7));
    assertThat(tail.next(START.plusSeconds(2))).containsExactly(7L);
    assertThat(tail.next(START.plusSeconds(3))).isEmpty();
    written.add(new Change(START.plusSeconds(4), 7));
    assertThat(tail.next(START.plusSeconds(5))).containsExactly(7L);
  }

  @Test
  void whatIsSeenLateIsToldAllTheSame() {
    assertThat(tail.next(START.plusSeconds(20))).isEmpty();
    written.add(new Change(START.plusSeconds(5), 8));
    assertThat(tail.next(START.plusSeconds(25))).containsExactly(8L);
  }

  @Test
  void nothingIsLostWhileTheDatabaseWasAway() {
    written.add(new Change(START.plusSeconds(60), 9));
    assertThat(tail.next(START.plusSeconds(3600))).containsExactly(9L);
  }

  @Test
  void manyAtOneMomentAreAllTold() {
    for (long id = 1; id <= 2_500; id++) {
      written.add(new Change(START.plusSeconds(1), id));
    }
    assertThat(tail.next(START.plusSeconds(2))).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(tail.next(START.plusSeconds(3))).isEmpty();
  }
}
