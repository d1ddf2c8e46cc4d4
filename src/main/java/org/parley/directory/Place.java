package org.parley.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.parley.common.InvalidRequestException;

/**
 * Where a page begins, as text that travels through browsers. Any node understands it.
 *
 * @param isNear whether words count that are written nearly so
 * @param last the last one before
 */
record Place(boolean isNear, PeopleIndex.Hit last) {
  private static final String END = "\u0000";

  /**
   * Reads what {@link #toString()} wrote; none where it is empty.
   *
   * @throws InvalidRequestException where it is something else
   */
  static @Nullable Place parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(END, -1);
      if (parts.length == 4) {
        float score = Float.parseFloat(parts[1]);
        return new Place(
            parts[0].equals("near"),
            new PeopleIndex.Hit(Long.parseLong(parts[2]), score, parts[3]));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException("problem.page");
    }
    throw new InvalidRequestException("problem.page");
  }

  @Override
  public String toString() {
    String text =
        String.join(
            END,
            isNear ? "near" : "",
            Float.toString(last.score()),
            Long.toString(last.id()),
            last.order());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
