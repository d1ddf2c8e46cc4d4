package org.parley.location;

/** How exactly a position is shared, and therefore how exactly it is kept. */
public enum Detail {
  /** As the browser tells it. */
  EXACT,
  /** The middle of a square about a kilometre wide. */
  KILOMETRE,
  /** The nearest town; where there is none for a long way, the middle of a square of 25 km. */
  TOWN
}
