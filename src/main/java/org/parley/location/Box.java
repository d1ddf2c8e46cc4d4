package org.parley.location;

import org.jspecify.annotations.Nullable;

/**
 * A part of the square map, both edges included.
 *
 * @param west the least x
 * @param north the least y
 * @param east the largest x
 * @param south the largest y
 */
record Box(int west, int north, int east, int south) {
  /** All there is. */
  static final Box WORLD = new Box(0, 0, Mercator.SIDE - 1, Mercator.SIDE - 1);

  private static final int CELLS = 4096;

  /** Half a window's tile: people who are closer than that are counted together. */
  private static final int CELL_BITS = 6;

  private static final int TILE_BITS = 8;

  /** The part between these meridians and parallels. */
  static Box of(double west, double south, double east, double north) {
    return new Box(Mercator.x(west), Mercator.y(north), Mercator.x(east), Mercator.y(south));
  }

  /** The part of this within {@code metres} of a place; none where they do not meet. */
  @Nullable Box around(double latitude, double longitude, double metres) {
    double high = Math.toDegrees(metres / Position.EARTH);
    double wide =
        high / Math.max(0.01, Math.cos(Math.toRadians(Math.min(89, Math.abs(latitude) + high))));
    if (wide >= 180) {
      return this;
    }
    Box near = of(longitude - wide, latitude - high, longitude + wide, latitude + high);
    Box both =
        new Box(
            Math.max(west, near.west),
            Math.max(north, near.north),
            Math.min(east, near.east),
            Math.min(south, near.south));
    return both.west > both.east || both.north > both.south ? null : both;
  }

  /**
   * By how much places are shifted so that those within about 64 pixels of each other fall together
   * at this zoom; more where there would be too many.
   */
  int shift(int zoom) {
    int shift = Math.max(0, Math.min(Mercator.BITS, Mercator.BITS + CELL_BITS - TILE_BITS - zoom));
    while (cells(shift) > CELLS) {
      shift++;
    }
    return shift;
  }

  private long cells(int shift) {
    return (((long) east >> shift) - (west >> shift) + 1)
        * (((long) south >> shift) - (north >> shift) + 1);
  }

  boolean contains(int x, int y) {
    return west <= x && x <= east && north <= y && y <= south;
  }
}
