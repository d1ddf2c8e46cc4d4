package org.parley.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts what a statement is to take at once into parts. Their sizes are powers of two, so that a few
 * texts of statements serve every number of rows, and each stays prepared.
 */
public final class Chunks {
  /** Rows that one statement takes at the most. */
  public static final int MOST = 128;

  private Chunks() {}

  /** The parts of {@code rows}, in their order. */
  public static <T> List<List<T>> of(Collection<T> rows) {
    List<T> all = List.copyOf(rows);
    List<List<T>> parts = new ArrayList<>();
    int begin = 0;
    while (begin < all.size()) {
      int size = Math.min(MOST, Integer.highestOneBit(all.size() - begin));
      parts.add(all.subList(begin, begin + size));
      begin += size;
    }
    return parts;
  }

  /** {@code part} as often as there are rows. */
  public static String repeat(String part, String between, Collection<?> rows) {
    return part + (between + part).repeat(rows.size() - 1);
  }
}
