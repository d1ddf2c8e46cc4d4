package org.parley.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccountResolver;
import org.parley.common.Languages;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: what its reader has chosen, else what the browser asks for, else English.
 * It is asked for anew each time, because the reader is known only once the request is under way.
 */
final class PersonLocale implements LocaleResolver {
  private final CurrentAccountResolver people;

  PersonLocale(CurrentAccountResolver people) {
    this.people = people;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    Locale chosen = people.reader(request).map(me -> Languages.find(me.language())).orElse(null);
    if (chosen != null) {
      return chosen;
    }
    if (request.getHeader("Accept-Language") == null) {
      return Languages.FALLBACK;
    }
    for (Locale asked : (Iterable<Locale>) () -> request.getLocales().asIterator()) {
      if (Languages.ALL.stream().anyMatch(l -> l.getLanguage().equals(asked.getLanguage()))) {
        return asked; // With its region, which says how dates are written.
      }
    }
    return Languages.FALLBACK;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("people choose on their profile");
  }
}
