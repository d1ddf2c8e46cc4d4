package org.parley.location;

import java.util.Locale;

/**
 * A town that the portal knows.
 *
 * @param id GeoNames' number
 * @param name as most write it
 * @param germanName as it is called in German
 * @param country ISO 3166 code
 * @param region GeoNames' code of the part of the country
 * @param latitude in degrees
 * @param longitude in degrees
 * @param rank how many are larger
 */
record Town(
    int id,
    String name,
    String germanName,
    String country,
    String region,
    double latitude,
    double longitude,
    int rank) {
  /** The name for somebody who reads {@code locale}. */
  String name(Locale locale) {
    return locale.getLanguage().equals("de") ? germanName : name;
  }
}
