package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.profile.Told;

class PeopleIndexTest {
  private static final long ME = 1;
  private static final Map<Long, String> NAMES =
      Map.of(
          2L, "Jürgen Müller",
          3L, "Anna Baker",
          4L, "Hannah Mueller",
          5L, "Joanna Chan",
          6L, "Zoë Schneider");

  private PeopleIndex index;

  @BeforeEach
  void people() throws IOException {
    index = new PeopleIndex();
    index.add(
        List.of(
            person(2, "jm", told("Engineer", "Research", "Kotlin, Bees", "Bern", "CH"), null),
            person(3, "anna.b", told("Cook", "Kitchen", null, "Köln", "DE"), null),
            person(4, "hm", null, told("Spy", "Secrets", "Lockpicking", "Oslo", "NO")),
            person(5, "jc", told("Engineer", "Kitchen", null, null, null), null),
            person(6, "zs", null, null)));
    index.show();
  }

  @AfterEach
  void away() {
    index.close();
  }

  private static Entry person(long id, String user, @Nullable Told open, @Nullable Told close) {
    return new Entry(
        id,
        java.util.Objects.requireNonNull(NAMES.get(id)),
        user,
        List.of("login" + id, user + "@example.org"),
        open == null ? Told.NOTHING : open,
        close == null ? Told.NOTHING : close);
  }

  private static Told told(
      String job,
      String department,
      @Nullable String skills,
      @Nullable String place,
      @Nullable String country) {
    return new Told(job, department, skills, place, null, country);
  }

  private List<String> found(String text) throws IOException {
    return found(text, Set.of(), false);
  }

  private List<String> found(String text, Set<Long> close, boolean isAdmin) throws IOException {
    return found(question(text, null, close, isAdmin), false);
  }

  private static Question question(
      String text, @Nullable String country, Set<Long> close, boolean isAdmin) {
    return new Question(Words.asked(text, "parley.test"), country, null, null, ME, close, isAdmin);
  }

  private List<String> found(Question question, boolean isNear) throws IOException {
    return index.find(PeopleQuery.of(question, isNear), null, 10).hits().stream()
        .map(hit -> NAMES.get(hit.id()))
        .toList();
  }

  private List<String> near(String text) throws IOException {
    return found(question(text, null, Set.of(), false), true);
  }

  @Test
  void accentsAreForgiven() throws IOException {
    assertThat(found("jurgen")).containsExactly("Jürgen Müller");
    assertThat(found("mueller")).containsExactly("Hannah Mueller", "Jürgen Müller");
    assertThat(found("müller")).containsExactly("Hannah Mueller", "Jürgen Müller");
    assertThat(found("zoe")).containsExactly("Zoë Schneider");
  }

  @Test
  void partsOfWordsAreFoundBehindBeginnings() throws IOException {
    assertThat(found("ann")).containsExactly("Anna Baker", "Hannah Mueller", "Joanna Chan");
    assertThat(found("neider")).containsExactly("Zoë Schneider");
  }

  @Test
  void typingMistakesAreForgiven() throws IOException {
    assertThat(found("mulelr")).isEmpty();
    assertThat(near("mulelr")).contains("Jürgen Müller");
    assertThat(near("shneider")).containsExactly("Zoë Schneider");
    assertThat(near("schnieder")).containsExactly("Zoë Schneider");
    assertThat(near("shneid")).containsExactly("Zoë Schneider");
    assertThat(near("koltin")).containsExactly("Jürgen Müller");
  }

  @Test
  void everythingThatEverybodyMaySeeIsFoundAndAllWordsMustFit() throws IOException {
    assertThat(found("engineer kitchen")).containsExactly("Joanna Chan");
    assertThat(found("kotlin")).containsExactly("Jürgen Müller");
    assertThat(found("koln")).containsExactly("Anna Baker");
    assertThat(found("germany")).containsExactly("Anna Baker");
    assertThat(found("deutschland")).containsExactly("Anna Baker");
    assertThat(found("anna.b@parley.test")).containsExactly("Anna Baker");
  }

  @Test
  void whatIsForContactsIsFoundByThemAlone() throws IOException {
    for (String text : List.of("lockpicking", "spy", "oslo", "pickin")) {
      assertThat(found(text)).isEmpty();
      assertThat(near(text)).isEmpty();
      assertThat(found(text, Set.of(4L), false)).containsExactly("Hannah Mueller");
      assertThat(found(text, Set.of(3L), false)).isEmpty();
    }
    assertThat(found(question("", "NO", Set.of(), false), false)).isEmpty();
    assertThat(found(question("", "NO", Set.of(4L), false), false))
        .containsExactly("Hannah Mueller");
    assertThat(index.choices(Fields.DEPARTMENTS, "", 10))
        .containsExactly(
            new PeopleIndex.Choice("Kitchen", 2), new PeopleIndex.Choice("Research", 1));
  }

  @Test
  void signInNamesAndMailAddressesAreForAdministrators() throws IOException {
    assertThat(found("login6")).isEmpty();
    assertThat(found("example.org")).isEmpty();
    assertThat(found("login6", Set.of(), true)).containsExactly("Zoë Schneider");
    assertThat(found("zs@example.org", Set.of(), true)).containsExactly("Zoë Schneider");
  }

  @Test
  void pagesFollowOneAnotherAndWhoeverAsksIsInNone() throws IOException {
    Question all = question("", null, Set.of(), false);
    List<Long> seen = new ArrayList<>();
    PeopleIndex.Hit last = null;
    do {
      List<PeopleIndex.Hit> page = index.find(PeopleQuery.of(all, false), last, 2).hits();
      last = page.isEmpty() ? null : page.get(page.size() - 1);
      page.forEach(hit -> seen.add(hit.id()));
      if (last != null) {
        last =
            java.util.Objects.requireNonNull(Place.parse(new Place(false, last).toString())).last();
      }
    } while (last != null);
    assertThat(seen).containsExactly(3L, 4L, 5L, 2L, 6L);
    Question mine = new Question(Words.asked("anna", "x"), null, null, null, 3, Set.of(), false);
    assertThat(found(mine, false)).containsExactly("Hannah Mueller", "Joanna Chan");
  }

  @Test
  void whatChangesOrGoesIsFoundNoMore() throws IOException {
    index.put(List.of(person(2, "jm", null, null)));
    index.remove(List.of(3L));
    index.show();
    assertThat(found("kotlin")).isEmpty();
    assertThat(found("jurgen")).hasSize(1);
    assertThat(found("anna")).doesNotContain("Anna Baker");
    assertThat(index.choices(Fields.DEPARTMENTS, "", 10))
        .containsExactly(new PeopleIndex.Choice("Kitchen", 1));
  }
}
