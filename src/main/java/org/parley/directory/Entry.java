package org.parley.directory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountFeed;
import org.parley.common.Languages;
import org.parley.profile.ProfileFeed;
import org.parley.profile.Told;

/**
 * A person as the index holds them.
 *
 * @param id the account
 * @param name shown to everybody
 * @param user the user part of the address of record, shown to everybody
 * @param internal what administrators alone see: sign-in name and mail address
 * @param open what everybody may see
 * @param close what they may see besides whom the person has in their phonebook
 */
record Entry(long id, String name, String user, List<String> internal, Told open, Told close) {
  static Entry of(AccountFeed.Entry account, ProfileFeed.Findable profile) {
    List<String> internal =
        account.email() == null
            ? List.of(account.username())
            : List.of(account.username(), account.email());
    return new Entry(
        account.id(), account.name(), account.user(), internal, profile.open(), profile.close());
  }

  /** The words of {@code told}; a country is found by what it is called in each language. */
  static @Nullable String[] texts(Told told) {
    StringBuilder countries = new StringBuilder();
    String code = told.country();
    if (code != null) {
      for (Locale language : Languages.ALL) {
        countries.append(countryName(code, language)).append(' ');
      }
    }
    return new @Nullable String[] {
      told.job(),
      told.department(),
      told.skills(),
      told.place(),
      told.region(),
      countries.toString()
    };
  }

  /** What readers of {@code language} call a country. */
  static String countryName(String code, Locale language) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
  }
}
