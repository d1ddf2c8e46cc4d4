package org.parley.phonebook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts without what tells spellings apart: capitals and accents. */
final class Folded {
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_WORDS = 5;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WILD = Pattern.compile("[\\\\%_]");

  private Folded() {}

  /** A name as it is ordered. */
  static String name(String name) {
    return Address.cut(fold(name), LONGEST_NAME);
  }

  /** All that a contact is found by. */
  static String text(
      String name, @Nullable String organisation, @Nullable String job, List<Address> addresses) {
    String all =
        Stream.concat(
                Stream.of(name, german(name), organisation, job),
                addresses.stream()
                    .flatMap(address -> Stream.of(address.value(), address.normalised())))
            .filter(Objects::nonNull)
            .map(Folded::fold)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n"));
    return Address.cut(all, LONGEST_TEXT);
  }

  /** A pattern for each word of a question; each has to be found somewhere. */
  static List<String> patterns(String question) {
    return Arrays.stream(SPACES.split(fold(question)))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> "%" + WILD.matcher(word).replaceAll("\\\\$0") + "%")
        .toList();
  }

  // "Müller" is looked for as "muller" and as "mueller".
  private static String german(String text) {
    return text.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }

  static String fold(String text) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
  }
}
