package org.parley.history;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words how a call went, from the message bundle. */
@Component
class CallWords {
  private static final int FIRST_SERVER_ERROR = 500;
  private static final String PREFIX = "history.reason.";

  private final MessageSource messages;

  CallWords(MessageSource messages) {
    this.messages = messages;
  }

  /** Why nobody talked, or what is to be said of the talk; nothing for an ordinary one. */
  @Nullable String of(CallLogDao.Line call) {
    Locale locale = LocaleContextHolder.getLocale();
    return switch (call.state()) {
      case STARTED, RINGING, ANSWERED -> word("open", locale);
      case LOST -> word("lost", locale);
      case ENDED -> ended(call.endedBy(), locale);
      case FAILED -> failed(call, locale);
    };
  }

  private @Nullable String ended(@Nullable String by, Locale locale) {
    if (by == null) {
      return null;
    }
    return switch (by) {
      case "timeout" -> word("timeout", locale);
      case "core" -> word("core", locale);
      default -> null;
    };
  }

  private String failed(CallLogDao.Line call, Locale locale) {
    int code = call.code() == null ? 0 : call.code();
    String side = call.calledByMe() ? "caller." : "callee.";
    String general = code >= FIRST_SERVER_ERROR ? "trouble" : "other";
    String fallback = word(side + general, locale);
    String words = messages.getMessage(PREFIX + side + code, null, fallback, locale);
    return words == null ? fallback : words;
  }

  private String word(String key, Locale locale) {
    return messages.getMessage(PREFIX + key, null, locale);
  }
}
