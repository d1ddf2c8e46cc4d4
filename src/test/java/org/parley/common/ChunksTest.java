package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 127, 128, 129, 500})
  void partsAreAllRowsInOrderInSizesThatArePowersOfTwo(int count) {
    List<Integer> rows = IntStream.range(0, count).boxed().toList();
    List<List<Integer>> parts = Chunks.of(rows);
    assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(rows);
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(Integer.bitCount(part.size())).isEqualTo(1);
              assertThat(part.size()).isLessThanOrEqualTo(Chunks.MOST);
            });
  }

  @Test
  void aPieceOfAStatementIsThereOncePerRow() {
    assertThat(Chunks.repeat("(?,?)", ",", List.of("a", "b", "c"))).isEqualTo("(?,?),(?,?),(?,?)");
    assertThat(Chunks.repeat("?", ",", List.of("a"))).isEqualTo("?");
  }
}
