package org.parley.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds texts so that they compare whatever their accents and capitals. */
public final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Spelling() {}

  /** Small letters without accents: "Müller" becomes "muller". */
  public static String fold(String text) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
  }

  /** Umlauts as they are written where there are none: "Müller" becomes "mueller". */
  public static String german(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue");
  }
}
