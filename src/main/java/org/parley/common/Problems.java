package org.parley.common;

import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Problem documents (RFC 9457) in the language of whoever reads them. */
@Component
public class Problems {
  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  /** A sentence from the bundles. */
  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  String text(MessageSourceResolvable error) {
    return messages.getMessage(error, LocaleContextHolder.getLocale());
  }

  /** What there is to say of a status where nobody has said more. */
  public String text(HttpStatusCode status) {
    return of(status, "text");
  }

  /** An answer that holds a problem. */
  public ResponseEntity.BodyBuilder answer(HttpStatusCode status) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  /**
   * The document itself.
   *
   * @param detail a sentence for people, from the bundles
   * @param path what was asked for
   */
  public ProblemDetail document(HttpStatusCode status, String detail, String path) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(of(status, "title"));
    problem.setInstance(URI.create(path));
    return problem;
  }

  // error.404.title, else what all requests that cannot be understood share, else what is ours.
  private String of(HttpStatusCode status, String part) {
    Locale locale = LocaleContextHolder.getLocale();
    String rest =
        messages.getMessage(
            status.is4xxClientError() ? "error.400." + part : "error." + part, null, locale);
    return String.valueOf(
        messages.getMessage("error." + status.value() + "." + part, null, rest, locale));
  }
}
