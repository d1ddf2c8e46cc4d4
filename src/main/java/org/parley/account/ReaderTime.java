package org.parley.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.WebUtils;

/**
 * How the reader of a page writes moments: in their language, in the time zone that they chose or
 * else in that of their browser.
 *
 * @param locale their language and region
 * @param zone their time zone
 */
public record ReaderTime(Locale locale, ZoneId zone) {
  /** The cookie in which scripts tell the browser's time zone. */
  public static final String COOKIE = "PARLEY_ZONE";

  /** The reader whose request this is. */
  public static ReaderTime of(HttpServletRequest request) {
    ZoneId chosen = null;
    if (request.getAttribute(CurrentAccountResolver.ATTRIBUTE) instanceof SignedIn me) {
      chosen = zone(me.look().timeZone());
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    ZoneId browsers = cookie == null ? null : zone(cookie.getValue().replace("%2F", "/"));
    ZoneId zone = chosen != null ? chosen : browsers != null ? browsers : ZoneOffset.UTC;
    return new ReaderTime(LocaleContextHolder.getLocale(), zone);
  }

  private static @Nullable ZoneId zone(@Nullable String id) {
    try {
      return id == null ? null : ZoneId.of(id);
    } catch (DateTimeException e) {
      return null; // A zone that this Java does not know is as good as none.
    }
  }

  /** Date and time: "3 May 2026, 14:05:09". */
  public String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }

  /** The date alone: "3 May 2026". */
  public String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }

  /** When the day begins for the reader. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
