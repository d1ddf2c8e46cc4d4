package org.parley.phonebook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.Phones;
import org.parley.common.SipUri;

/**
 * A way to reach a contact.
 *
 * @param ownerId whose phonebook it stands in
 * @param kind what it is
 * @param value as it was written
 * @param normalised the same for every way of writing it: user@host, E.164, small letters
 * @param label what it is for, in the owner's words
 */
@Embeddable
record Address(
    @Column(name = "owner_id", nullable = false) long ownerId,
    @Enumerated(EnumType.STRING) @Column(nullable = false, columnDefinition = "varchar(8)")
        AddressKind kind,
    @Column(nullable = false) String value,
    @Column(nullable = false) String normalised,
    @Nullable String label) {
  /** As long as an address may be. */
  static final int LONGEST = 320;

  /** As long as a label may be. */
  static final int LONGEST_LABEL = 60;

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#][0-9 ()/.*#-]{0,30}");
  private static final Pattern APART = Pattern.compile("[ ()/.-]+");
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@\"<>(),;:\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");

  /**
   * Reads what somebody wrote; empty where it is no such address.
   *
   * @param region where a number without country code belongs, if that is known
   */
  static Optional<Address> read(
      long ownerId,
      AddressKind kind,
      String typed,
      @Nullable String label,
      @Nullable String region) {
    String value = typed.strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      return Optional.empty();
    }
    String name = label == null || label.isBlank() ? null : cut(label.strip(), LONGEST_LABEL);
    return normalise(kind, value, region)
        .map(normal -> new Address(ownerId, kind, value, normal, name));
  }

  /** What all ways of writing an address have in common; empty where it is none. */
  static Optional<String> normalise(AddressKind kind, String value, @Nullable String region) {
    return switch (kind) {
      case SIP -> SipUri.parse(value).map(uri -> uri.user() + "@" + uri.host());
      case EMAIL ->
          MAIL.matcher(value).matches()
              ? Optional.of(value.toLowerCase(Locale.ROOT))
              : Optional.empty();
      // What no plan of numbers knows may be an extension here: it is kept as it is dialled.
      case TEL ->
          Phones.parse(value, region)
              .or(
                  () ->
                      NUMBER.matcher(value).matches()
                          ? Optional.of(APART.matcher(value).replaceAll(""))
                          : Optional.empty());
    };
  }

  /** The kind that {@code text} looks like; empty where it is no address. */
  static Optional<AddressKind> guess(String text) {
    String value = text.strip();
    if (value.regionMatches(true, 0, "sip", 0, 3) && SipUri.parse(value).isPresent()) {
      return Optional.of(AddressKind.SIP);
    }
    if (NUMBER.matcher(value).matches()) {
      return Optional.of(AddressKind.TEL);
    }
    return MAIL.matcher(value).matches() ? Optional.of(AddressKind.EMAIL) : Optional.empty();
  }

  /** {@code text} as far as there is room. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
