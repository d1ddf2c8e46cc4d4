package org.parley.common;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the portal speaks: those with a bundle of messages. */
public final class Languages {
  /** For whoever asks for none of them. */
  public static final Locale FALLBACK = Locale.ENGLISH;

  /** All of them. */
  public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

  private Languages() {}

  /** The language with this tag, for example {@code de}; none where there is no such. */
  public static @Nullable Locale find(@Nullable String tag) {
    return ALL.stream().filter(l -> l.getLanguage().equals(tag)).findFirst().orElse(null);
  }
}
