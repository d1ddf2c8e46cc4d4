package org.parley.location;

import java.util.Locale;

/** What countries are called. */
final class Countries {
  private Countries() {}

  /** The name of the country with this ISO 3166 code. */
  static String name(String code, Locale locale) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
  }
}
