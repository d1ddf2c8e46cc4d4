package org.parley.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.Phones;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes {@link Details} of a form, and tells beside which field something is wrong. */
@Component
class ProfileReader {
  /** As many telephone numbers and links as one person tells. */
  static final int MOST = 5;

  static final List<String> PHONE_KINDS = List.of("mobile", "work", "home", "other");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_URL = 500;

  private final People people;
  private final ReportingLines lines;

  ProfileReader(People people, ReportingLines lines) {
    this.people = people;
    this.lines = lines;
  }

  Details read(SignedIn me, ProfileForm form, ReaderTime reader, Errors errors) {
    String country = given(form.country());
    if (country != null && !COUNTRIES.contains(country)) {
      errors.rejectValue("country", "profile.country.unknown");
      country = null;
    }
    String readers = reader.locale().getCountry();
    String region = country != null ? country : readers.isEmpty() ? null : readers;
    return new Details(
        given(form.about()),
        given(form.job()),
        given(form.department()),
        manager(me, form, errors),
        given(form.skills()),
        given(form.place()),
        given(form.region()),
        country,
        given(form.languages()),
        phones(form, region, errors),
        links(form, errors),
        new Details.Shown(
            shown(form.aboutFor()),
            shown(form.workFor()),
            shown(form.placeFor()),
            shown(form.languagesFor()),
            shown(form.phonesFor()),
            shown(form.linksFor())));
  }

  /** The end of the last day on which the status is true. */
  static @Nullable Instant until(ProfileForm form, ReaderTime reader, Errors errors) {
    String day = given(form.statusUntil());
    try {
      return day == null ? null : reader.start(LocalDate.parse(day).plusDays(1));
    } catch (DateTimeException e) {
      errors.rejectValue("statusUntil", "profile.status.until.form");
      return null;
    }
  }

  private @Nullable Long manager(SignedIn me, ProfileForm form, Errors errors) {
    String user = given(form.manager());
    if (user == null) {
      return null;
    }
    Optional<Person> manager = people.find(user).filter(Person::active);
    if (manager.isEmpty() || manager.get().id() == me.id()) {
      errors.rejectValue(
          "manager", manager.isEmpty() ? "profile.manager.unknown" : "profile.manager.self");
      return null;
    }
    if (lines.leadsTo(manager.get().id(), me.id())) {
      errors.rejectValue("manager", "profile.manager.cycle");
      return null;
    }
    return manager.get().id();
  }

  private static List<PhoneNumber> phones(
      ProfileForm form, @Nullable String region, Errors errors) {
    List<PhoneNumber> numbers = new ArrayList<>();
    List<String> typed = list(form.phones());
    for (int i = 0; i < Math.min(typed.size(), MOST); i++) {
      String text = given(typed.get(i));
      if (text == null) {
        continue;
      }
      Optional<String> number = Phones.parse(text, region);
      String kind = at(form.phoneKinds(), i);
      if (number.isEmpty()) {
        errors.rejectValue("phones", "profile.phone.form", new Object[] {text}, null);
      } else {
        numbers.add(new PhoneNumber(PHONE_KINDS.contains(kind) ? kind : "other", number.get()));
      }
    }
    return numbers;
  }

  private static List<Link> links(ProfileForm form, Errors errors) {
    List<Link> links = new ArrayList<>();
    List<String> typed = list(form.links());
    for (int i = 0; i < Math.min(typed.size(), MOST); i++) {
      String text = given(typed.get(i));
      if (text == null) {
        continue;
      }
      Optional<URI> url = https(text);
      if (url.isEmpty()) {
        errors.rejectValue("links", "profile.link.form", new Object[] {text}, null);
        continue;
      }
      String label = given(at(form.linkLabels(), i));
      String shown = label == null ? url.get().getHost() : label;
      links.add(
          new Link(
              shown.substring(0, Math.min(shown.length(), LONGEST_LABEL)), url.get().toString()));
    }
    return links;
  }

  private static Optional<URI> https(String text) {
    try {
      URI url = new URI(text);
      boolean good =
          "https".equalsIgnoreCase(url.getScheme())
              && url.getHost() != null
              && url.getUserInfo() == null
              && text.length() <= LONGEST_URL;
      return good ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Visibility shown(@Nullable Visibility chosen) {
    return Objects.requireNonNullElse(chosen, Visibility.EVERYONE);
  }

  private static List<String> list(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private static String at(@Nullable List<String> values, int index) {
    return values == null || index >= values.size() || values.get(index) == null
        ? ""
        : values.get(index);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
