package org.parley.profile;

import org.jspecify.annotations.Nullable;

/**
 * What lists show of a person and the directory finds them by, as far as somebody may see it.
 *
 * @param job what they do
 * @param department where in the organisation
 * @param skills what they can do, in their own words
 * @param place town or office
 * @param region part of the country
 * @param country ISO 3166 code
 */
public record Told(
    @Nullable String job,
    @Nullable String department,
    @Nullable String skills,
    @Nullable String place,
    @Nullable String region,
    @Nullable String country) {
  /** Nothing told, or nothing to be seen. */
  public static final Told NOTHING = new Told(null, null, null, null, null, null);

  /** As much of it as may be seen. */
  Told seen(boolean isWork, boolean isPlace) {
    return new Told(
        isWork ? job : null,
        isWork ? department : null,
        isWork ? skills : null,
        isPlace ? place : null,
        isPlace ? region : null,
        isPlace ? country : null);
  }
}
