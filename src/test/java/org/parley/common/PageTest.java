package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final Page.Key KEY =
      new Page.Key(Instant.parse("2026-03-01T09:00:00.123456Z"), 42);

  @Test
  void keyComesBackAsItWasWritten() {
    assertThat(Page.Key.parse(KEY.toString())).isEqualTo(KEY);
    assertThat(Page.Key.parse(null)).isEqualTo(Page.Key.START);
    assertThat(Page.Key.parse("")).isEqualTo(Page.Key.START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "-", "1", "1-", "-1", "1-x", "99999999999999999999-1", "1-2-3", "9e9-1"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Page.Key.parse(text)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void oneMoreThanAskedForMeansThatThereIsANextPage() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, n -> KEY);
    assertThat(page.items()).containsExactly(1, 2);
    assertThat(page.next()).isEqualTo(KEY.toString());
    assertThat(Page.of(List.of(1, 2), 2, n -> KEY).next()).isNull();
  }

  @Test
  void limitStaysWithinBounds() {
    assertThat(Page.limit(null, 50)).isEqualTo(50);
    assertThat(Page.limit(0, 50)).isEqualTo(1);
    assertThat(Page.limit(1_000_000, 50)).isEqualTo(Page.MOST);
  }
}
