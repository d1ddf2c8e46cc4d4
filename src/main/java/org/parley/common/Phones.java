package org.parley.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers: typed as people do, stored in E.164, shown as their country writes them. */
public final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private Phones() {}

  /**
   * The number in E.164; none where it is no number.
   *
   * @param region where a number without country code belongs; none takes only those with one
   */
  public static Optional<String> parse(String typed, @Nullable String region) {
    try {
      Phonenumber.PhoneNumber number = NUMBERS.parse(typed, region);
      return NUMBERS.isValidNumber(number)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** The number as a reader in {@code region} dials it. */
  public static String show(String e164, @Nullable String region) {
    try {
      Phonenumber.PhoneNumber number = NUMBERS.parse(e164, null);
      boolean here = region != null && region.equals(NUMBERS.getRegionCodeForNumber(number));
      return NUMBERS.format(
          number, here ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }
}
