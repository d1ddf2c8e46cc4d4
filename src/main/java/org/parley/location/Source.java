package org.parley.location;

/** How a position came about. */
public enum Source {
  /** The browser tells it, and goes on telling it as the person moves. */
  DEVICE,
  /** A town that was typed. */
  TOWN,
  /** A place that was picked on the map. */
  PICKED,
  /** What the network address says. */
  ADDRESS
}
