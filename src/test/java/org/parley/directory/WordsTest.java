package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final String HOME = "parley.test";

  @Test
  void accentsMakeNoDifferenceAndUmlautsAreWrittenEitherWay() {
    assertThat(Words.of("Jürgen Müller")).contains("jurgen", "juergen", "muller", "mueller");
    assertThat(Words.of("Łukasz Øyvind Straße")).contains("lukasz", "oyvind", "strasse");
    assertThat(Words.asked("Müller", HOME)).containsExactly(List.of("muller", "mueller"));
  }

  @Test
  void wordsEndWhereNeitherLetterNorNumberIs() {
    assertThat(Words.of("Jean-Luc O'Brien", null, "c++, Java 17"))
        .contains("jean", "luc", "o", "brien", "c", "java", "17");
  }

  @Test
  void ownDomainAndSchemeSayNothing() {
    assertThat(Words.asked("sip:bob@parley.test", HOME)).containsExactly(List.of("bob"));
    assertThat(Words.asked("bob@example.org", HOME))
        .containsExactly(List.of("bob"), List.of("example"), List.of("org"));
  }

  @Test
  void aQuestionHasABoundedNumberOfWordsOfBoundedLength() {
    assertThat(Words.asked("a b c d e f g h", HOME)).hasSize(Words.MOST_ASKED);
    assertThat(Words.asked("x".repeat(100), HOME).get(0).get(0)).hasSize(Words.LONGEST);
    assertThat(Words.asked(" -- ", HOME)).isEmpty();
  }
}
