package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class SearchTermsTest {
  private static Set<String> of(String name) {
    return SearchTerms.of(name, "u", "u", null);
  }

  @Test
  void namesAreFoundByTheirWordsAndPartsWithoutAccents() {
    assertThat(of("Zoë Ångström-Núñez")).contains("zoe", "angstrom", "nunez", "angstrom-nunez");
  }

  @Test
  void germanNamesAreFoundInBothSpellings() {
    assertThat(of("Jörg Müßig")).contains("jorg", "joerg", "mussig", "muessig");
  }

  @Test
  void addressesAreFoundWholeAndInParts() {
    assertThat(SearchTerms.of("N", "bob.baker", "bob", "b.baker@example.org"))
        .contains("bob.baker", "baker", "b.baker@example.org", "example");
  }

  @Test
  void nobodyIsTakenForAStatus() {
    assertThat(of("#admin #pending")).doesNotContain("#admin", "#pending").contains("admin");
    assertThat(SearchTerms.asked("#admin")).containsExactly("admin");
  }

  @Test
  void wordsAreBounded() {
    assertThat(of("x ".repeat(10) + "y".repeat(100))).allMatch(term -> term.length() <= 40);
    assertThat(SearchTerms.asked("a b c d e f g")).hasSize(5);
    assertThat(SearchTerms.asked("  ")).isEmpty();
  }

  @Test
  void noWordHoldsASpace() {
    assertThat(of("a\u00b4 \u00a8b")).allMatch(term -> !term.contains(" "));
  }
}
