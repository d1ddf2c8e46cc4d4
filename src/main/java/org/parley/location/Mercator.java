package org.parley.location;

/** The square map that maps of the web are: 2^24 steps to a side, north-west is 0, 0. */
final class Mercator {
  /** Steps to a side, as a power of two: 2.4 m at the equator. */
  static final int BITS = 24;

  static final int SIDE = 1 << BITS;

  /** Further north and south there is no square map. */
  private static final double NORTHMOST = 85.05112878;

  private Mercator() {}

  /** How far east, from 0 at 180° west. */
  static int x(double longitude) {
    return within((longitude + 180) / 360 * SIDE);
  }

  /** How far south, from 0 in the far north. */
  static int y(double latitude) {
    double sine = Math.sin(Math.toRadians(Math.max(-NORTHMOST, Math.min(NORTHMOST, latitude))));
    return within((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * SIDE);
  }

  static double longitude(double x) {
    return x / SIDE * 360 - 180;
  }

  static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / SIDE))));
  }

  private static int within(double steps) {
    return (int) Math.max(0, Math.min(SIDE - 1, Math.floor(steps)));
  }
}
