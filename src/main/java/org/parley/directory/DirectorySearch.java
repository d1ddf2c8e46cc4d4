package org.parley.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.Role;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.Settings;
import org.parley.phonebook.Contacts;
import org.parley.profile.ProfileFeed;
import org.parley.profile.Told;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds colleagues by any part of what whoever asks may see of them. What it shows is read from the
 * database, so it is never older than that; the index only says who.
 */
@Service
@Transactional(readOnly = true)
public class DirectorySearch {
  /** As many characters of a question as are read. */
  static final int LONGEST = 120;

  // Whoever is in more phonebooks than this is found nothing more by.
  private static final int MOST_CLOSE = 10_000;
  private static final int MOST_CHOICES = 300;

  private final PeopleKeeper keeper;
  private final People people;
  private final ProfileFeed profiles;
  private final Contacts contacts;
  private final Settings settings;

  DirectorySearch(
      PeopleKeeper keeper,
      People people,
      ProfileFeed profiles,
      Contacts contacts,
      Settings settings) {
    this.keeper = keeper;
    this.people = people;
    this.profiles = profiles;
    this.contacts = contacts;
    this.settings = settings;
  }

  /**
   * What people are filtered by.
   *
   * @param country ISO 3166 code
   * @param region part of the country
   * @param department where in the organisation
   */
  public record Filter(
      @Nullable String country, @Nullable String region, @Nullable String department) {
    /** By nothing. */
    public static final Filter NONE = new Filter(null, null, null);

    boolean isNone() {
      return country == null && region == null && department == null;
    }
  }

  /**
   * Somebody found.
   *
   * @param person who
   * @param told what whoever asks may see of what they tell
   */
  public record Found(Person person, Told told) {}

  /**
   * A page of people.
   *
   * @param items who, best first
   * @param next where the page behind it begins; none where this is the last
   * @param total how many there are, up to ten thousand; unknown while the directory is being read
   * @param isNear whether words that are written nearly so count, because there are few otherwise
   */
  public record Result(
      List<Found> items, @Nullable String next, @Nullable Integer total, boolean isNear) {}

  /**
   * Colleagues of {@code me} for whom each word of {@code text} fits something that {@code me} may
   * see of them; all of them where it is blank.
   *
   * @param after {@link Result#next} of the page before; empty for the beginning
   * @throws InvalidRequestException where {@code after} is something else, or the text too long
   */
  public Result find(SignedIn me, String text, Filter filter, String after, int limit) {
    if (text.length() > LONGEST) {
      throw new InvalidRequestException("problem.long");
    }
    PeopleIndex index = keeper.index();
    if (index == null) {
      return withoutIndex(me, text, filter, after, limit);
    }
    Question question = question(me, text, filter);
    Place place = Place.parse(after);
    try {
      boolean isNear = place != null && place.isNear();
      PeopleIndex.Found found = ask(index, question, place, isNear, limit);
      if (place == null && found.total() < limit && !question.words().isEmpty()) {
        PeopleIndex.Found near = ask(index, question, null, true, limit);
        isNear = near.total() > found.total();
        found = near;
      }
      boolean more = found.hits().size() > limit;
      List<PeopleIndex.Hit> shown = more ? found.hits().subList(0, limit) : found.hits();
      String next = more ? new Place(isNear, shown.get(limit - 1)).toString() : null;
      return new Result(
          read(me, shown.stream().map(PeopleIndex.Hit::id).toList()), next, found.total(), isNear);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether everybody can be found by everything yet. */
  public boolean isReady() {
    return keeper.index() != null;
  }

  /** Departments, and regions of {@code country}, that everybody may see; the most frequent. */
  public Choices choices(@Nullable String country) {
    PeopleIndex index = keeper.index();
    if (index == null) {
      return new Choices(List.of(), List.of(), List.of());
    }
    try {
      return new Choices(
          texts(index, Fields.COUNTRY, ""),
          country == null ? List.of() : texts(index, Fields.REGIONS, country + " "),
          texts(index, Fields.DEPARTMENTS, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What can be filtered by.
   *
   * @param countries ISO 3166 codes
   * @param regions of one country
   * @param departments of the organisation
   */
  public record Choices(List<String> countries, List<String> regions, List<String> departments) {}

  private static List<String> texts(PeopleIndex index, String field, String prefix)
      throws IOException {
    return index.choices(field, prefix, MOST_CHOICES).stream()
        .map(PeopleIndex.Choice::text)
        .toList();
  }

  private PeopleIndex.Found ask(
      PeopleIndex index, Question question, @Nullable Place place, boolean isNear, int limit)
      throws IOException {
    Query query = PeopleQuery.of(question, isNear);
    return index.find(query, place == null ? null : place.last(), limit + 1);
  }

  private Question question(SignedIn me, String text, Filter filter) {
    List<List<String>> words = Words.asked(text, settings.domain());
    Set<Long> close =
        words.isEmpty() && filter.isNone() ? Set.of() : contacts.owners(me.id(), MOST_CLOSE);
    return new Question(
        words,
        filter.country(),
        filter.region(),
        filter.department(),
        me.id(),
        close,
        me.role() == Role.ADMIN);
  }

  private List<Found> read(SignedIn me, List<Long> ids) {
    Map<Long, Person> persons = people.findAllById(ids);
    Map<Long, Told> told = profiles.seen(me, ids);
    List<Long> gone =
        ids.stream()
            .filter(
                id -> {
                  Person person = persons.get(id);
                  return person == null || !person.active();
                })
            .toList();
    if (!gone.isEmpty()) {
      keeper.doubt(gone);
    }
    return ids.stream()
        .map(persons::get)
        .filter(person -> person != null && person.active())
        .map(person -> new Found(person, told.getOrDefault(person.id(), Told.NOTHING)))
        .toList();
  }

  /** By names and addresses alone; what would have to be filtered is not there yet. */
  private Result withoutIndex(SignedIn me, String text, Filter filter, String after, int limit) {
    if (!filter.isNone()) {
      return new Result(List.of(), null, null, false);
    }
    List<Person> found = people.search(me, text, after, limit + 1);
    boolean more = found.size() > limit;
    List<Person> shown = more ? found.subList(0, limit) : found;
    Map<Long, Told> told = profiles.seen(me, shown.stream().map(Person::id).toList());
    return new Result(
        shown.stream()
            .map(person -> new Found(person, told.getOrDefault(person.id(), Told.NOTHING)))
            .toList(),
        more ? shown.get(limit - 1).user() : null,
        null,
        false);
  }
}
