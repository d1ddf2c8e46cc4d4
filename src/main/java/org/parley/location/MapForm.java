package org.parley.location;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.InvalidRequestException;

/**
 * What an open map shows. It is sent in a body: addresses are written into logs, and where somebody
 * looks may be where they are.
 *
 * @param page the name that the page gave itself
 * @param west the meridian at its left edge
 * @param south the parallel at its lower edge
 * @param east the meridian at its right edge
 * @param north the parallel at its upper edge
 * @param zoom as maps of the web count it: 0 is the world in 256 pixels
 * @param crowd of whom, see {@link Crowd}
 * @param after where the list goes on
 * @param limit how many the list takes
 */
record MapForm(
    @Nullable String page,
    @Nullable Double west,
    @Nullable Double south,
    @Nullable Double east,
    @Nullable Double north,
    @Nullable Integer zoom,
    @Nullable String crowd,
    @Nullable String after,
    @Nullable Integer limit) {
  private static final Pattern PAGE = Pattern.compile("[0-9a-f]{16}");

  Box box() {
    if (!Position.isOne(south, west) || !Position.isOne(north, east)) {
      throw new InvalidRequestException("problem.map");
    }
    return Box.of(given(west), given(south), given(east), given(north));
  }

  /** The place in the middle, from which distances are told where the viewer's is not known. */
  Position middle() {
    Box box = box();
    return new Position(
        Mercator.latitude((box.north() + (double) box.south()) / 2),
        Mercator.longitude((box.west() + (double) box.east()) / 2),
        0);
  }

  String pageName() {
    if (page == null || !PAGE.matcher(page).matches()) {
      throw new InvalidRequestException("problem.map");
    }
    return page;
  }

  int zoomLevel() {
    return zoom == null ? 0 : zoom;
  }

  private static double given(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
