package org.parley.location;

import org.jspecify.annotations.Nullable;

/**
 * A place on the earth, no more exact than its owner chose to tell.
 *
 * @param latitude in degrees, north is positive
 * @param longitude in degrees, east is positive
 * @param accuracy within how many metres of it the person is
 */
record Position(double latitude, double longitude, int accuracy) {
  /** The earth's mean radius in metres. */
  static final double EARTH = 6_371_008.8;

  /** A square of about a kilometre, in degrees of latitude. */
  private static final double KILOMETRE = 0.01;

  /** A square of about 25 kilometres. */
  private static final double REGION = 0.25;

  private static final double FINEST = 100_000;
  private static final int KILOMETRE_RADIUS = 1_000;
  private static final int TOWN_RADIUS = 5_000;
  private static final int REGION_RADIUS = 20_000;
  private static final int MOST = 100_000;

  /** Whether these numbers are a place at all. */
  static boolean isOne(@Nullable Double latitude, @Nullable Double longitude) {
    return latitude != null
        && longitude != null
        && Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180;
  }

  /**
   * The same place, no more exact than {@code detail}; what is that coarse already stays as it is.
   */
  Position as(Detail detail, Gazetteer towns) {
    return switch (detail) {
      case EXACT ->
          new Position(
              rounded(latitude), rounded(longitude), Math.min(MOST, Math.max(1, accuracy)));
      case KILOMETRE -> square(KILOMETRE, KILOMETRE_RADIUS);
      case TOWN ->
          towns
              .nearest(latitude, longitude)
              .map(town -> new Position(town.latitude(), town.longitude(), atLeast(TOWN_RADIUS)))
              .orElseGet(() -> square(REGION, REGION_RADIUS));
    };
  }

  /** The middle of the square of a grid in which the place lies. */
  private Position square(double size, int radius) {
    // The row decides how wide its squares are, so the middle of a square lies in the same square.
    double row = Math.min(Math.floor(latitude / size), 90 / size - 1);
    double middle = (row + 0.5) * size;
    double width = size / Math.max(0.01, Math.cos(Math.toRadians(middle)));
    double across = (Math.floor(longitude / width) + 0.5) * width;
    return new Position(
        rounded(middle), rounded(Math.max(-180, Math.min(180, across))), atLeast(radius));
  }

  // A device that knows no better than 8.3 km does not know the kilometre; whole ones tell no more.
  private int atLeast(int radius) {
    int known = Math.min(MOST, Math.max(0, accuracy));
    return Math.max(radius, (known + 999) / 1000 * 1000);
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * FINEST) / FINEST;
  }

  /** How far away another place is, in metres along the earth's surface. */
  double distance(double otherLatitude, double otherLongitude) {
    double north = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
    double east = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
    double root =
        north * north
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(otherLatitude))
                * east
                * east;
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(root)));
  }
}
