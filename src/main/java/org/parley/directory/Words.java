package org.parley.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.Spelling;

/** Takes texts apart into the words that people are found by, whatever their accents. */
final class Words {
  /** As many words of a question as count. */
  static final int MOST_ASKED = 6;

  /** As long as a word is kept. */
  static final int LONGEST = 40;

  private static final int MOST_KEPT = 60;
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SCHEME = Pattern.compile("(?i)^\\s*(?:sips?|tel|mailto):");

  private Words() {}

  /** All spellings of all words of {@code texts}. */
  static Set<String> of(@Nullable String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      if (text == null) {
        continue;
      }
      for (String spelling : new String[] {plain(text), german(text)}) {
        for (String word : APART.split(spelling, -1)) {
          if (!word.isEmpty() && words.size() < MOST_KEPT) {
            words.add(cut(word));
          }
        }
      }
    }
    return words;
  }

  /**
   * The words of a question, each in its spellings: "Müller" is looked for as "muller" and as
   * "mueller". All of them must fit who is found.
   *
   * @param domain of this organisation: "bob@" it means what "bob" does
   */
  static List<List<String>> asked(String question, String domain) {
    String text = SCHEME.matcher(question).replaceFirst("");
    String home = "@" + domain;
    if (text.toLowerCase(java.util.Locale.ROOT).strip().endsWith(home)) {
      text = text.strip().substring(0, text.strip().length() - home.length());
    }
    String[] plain = APART.split(plain(text), -1);
    String[] german = APART.split(german(text), -1);
    List<List<String>> asked = new ArrayList<>();
    Set<List<String>> known = new LinkedHashSet<>();
    for (int i = 0; i < plain.length && known.size() < MOST_ASKED; i++) {
      if (!plain[i].isEmpty()) {
        String word = cut(plain[i]);
        // Both are split at the same places, since spelling makes letters of letters.
        String other = i < german.length ? cut(german[i]) : word;
        known.add(word.equals(other) ? List.of(word) : List.of(word, other));
      }
    }
    asked.addAll(known);
    return asked;
  }

  /** A text as it is compared and ordered as a whole. */
  static String whole(String text) {
    return plain(text);
  }

  private static String plain(String text) {
    String folded = Spelling.fold(text);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char letter = folded.charAt(i);
      // Letters that Unicode does not take apart, as those write them who do not have them.
      switch (letter) {
        case 'ø' -> plain.append('o');
        case 'ł' -> plain.append('l');
        case 'đ', 'ð' -> plain.append('d');
        case 'ı' -> plain.append('i');
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'þ' -> plain.append("th");
        default -> plain.append(letter);
      }
    }
    return plain.toString();
  }

  private static String german(String text) {
    return plain(Spelling.german(text));
  }

  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
