package org.parley.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells of themselves, checked; groups that are not to be seen are empty.
 *
 * @param about in their own words
 * @param job what they do
 * @param department where in the organisation
 * @param managerId the account of whom they report to
 * @param skills what they can do
 * @param place town or office
 * @param region part of the country
 * @param country ISO 3166 code
 * @param languages that they speak
 * @param phones telephone numbers
 * @param links accounts elsewhere
 * @param shown who may see which group
 */
record Details(
    @Nullable String about,
    @Nullable String job,
    @Nullable String department,
    @Nullable Long managerId,
    @Nullable String skills,
    @Nullable String place,
    @Nullable String region,
    @Nullable String country,
    @Nullable String languages,
    List<PhoneNumber> phones,
    List<Link> links,
    Shown shown) {
  /** Nothing told. */
  static final Details NONE =
      new Details(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          Shown.EVERYTHING);

  /** Who may see which group of fields. */
  record Shown(
      Visibility about,
      Visibility work,
      Visibility place,
      Visibility languages,
      Visibility phones,
      Visibility links) {
    static final Shown EVERYTHING =
        new Shown(
            Visibility.EVERYONE,
            Visibility.EVERYONE,
            Visibility.EVERYONE,
            Visibility.EVERYONE,
            Visibility.EVERYONE,
            Visibility.EVERYONE);
  }

  /** What colleagues see of it; more where the reader is one of the person's contacts. */
  Details seen(boolean isContact) {
    boolean isWork = shown.work().lets(isContact);
    boolean isPlace = shown.place().lets(isContact);
    return new Details(
        shown.about().lets(isContact) ? about : null,
        isWork ? job : null,
        isWork ? department : null,
        isWork ? managerId : null,
        isWork ? skills : null,
        isPlace ? place : null,
        isPlace ? region : null,
        isPlace ? country : null,
        shown.languages().lets(isContact) ? languages : null,
        shown.phones().lets(isContact) ? phones : List.of(),
        shown.links().lets(isContact) ? links : List.of(),
        shown);
  }
}
