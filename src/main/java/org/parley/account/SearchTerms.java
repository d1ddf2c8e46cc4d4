package org.parley.account;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.Spelling;

/** Folds names and addresses into the words that people are found by. */
final class SearchTerms {
  /** As long as a word is kept. */
  static final int LONGEST = 40;

  /** As many words of a question as count. */
  private static final int MOST_ASKED = 5;

  /** The word of everybody whose account is not closed. */
  static final String ANYBODY = "#anybody";

  private static final int MOST_KEPT = 30;
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private SearchTerms() {}

  /** The words of an account. */
  static Set<String> of(
      String name, String username, String sipUser, @Nullable String email, Enum<?>... marks) {
    Set<String> terms = new LinkedHashSet<>();
    for (Enum<?> mark : marks) {
      terms.add(mark(mark));
    }
    for (String text : new String[] {username, sipUser, email == null ? "" : email, name}) {
      for (String word : SPACES.splitAsStream(text).toList()) {
        // "Müller" is looked for as "muller" and as "mueller".
        for (String spelling : List.of(Spelling.fold(word), Spelling.fold(Spelling.german(word)))) {
          add(terms, spelling);
          for (String part : APART.splitAsStream(spelling).toList()) {
            add(terms, part);
          }
        }
      }
    }
    return terms;
  }

  /** The words of a question; all of them must begin a word of who is found. */
  static List<String> asked(String question) {
    return Arrays.stream(SPACES.split(Spelling.fold(question)))
        .map(word -> word.startsWith("#") ? word.substring(1) : word)
        .filter(word -> !word.isEmpty())
        .map(SearchTerms::cut)
        .distinct()
        .limit(MOST_ASKED)
        .toList();
  }

  /** A text without spaces as it is kept when it is kept whole. */
  static String whole(String text) {
    return cut(Spelling.fold(text));
  }

  /** The word for a status or a role, which no name can be taken for. */
  static String mark(Enum<?> mark) {
    return "#" + mark.name().toLowerCase(Locale.ROOT);
  }

  /** A name as it is ordered. */
  static String sortName(String name) {
    return cut(Spelling.fold(name));
  }

  private static void add(Set<String> terms, String term) {
    // Some signs fold into a space, which the database would not tell from nothing.
    String kept =
        cut(SPACES.matcher(term.startsWith("#") ? term.substring(1) : term).replaceAll(""));
    if (!kept.isEmpty() && terms.size() < MOST_KEPT) {
      terms.add(kept);
    }
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
