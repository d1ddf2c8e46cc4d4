package org.parley.mail;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.common.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes a letter's words from the bundles, once as plain text and once as HTML. Styles stand in the
 * elements: many mail programs throw style sheets away.
 */
@Component
class MailWriter {
  private static final int LONGEST_SUBJECT = 200;
  private static final Pattern NOT_FOR_A_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final String PARAGRAPH = "\n\n";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark"><title>%s</title></head>
      <body style="margin:0;padding:24px 12px;background:#f2f4f8;font-family:system-ui,-apple-system,\
      'Segoe UI',Roboto,sans-serif;color:#1c2430">
      <div style="max-width:560px;margin:0 auto">
      <p style="margin:0 0 12px;font-size:14px;font-weight:600;color:#5a6472">%s</p>
      <div style="background:#ffffff;border-radius:12px;padding:24px;font-size:16px;line-height:1.5">
      %s</div>
      <p style="margin:16px 0 0;font-size:13px;line-height:1.5;color:#5a6472">%s</p>
      </div></body></html>
      """;
  private static final String TEXT = "<p style=\"margin:0 0 16px\">%s</p>\n";
  private static final String HEADING =
      "<h2 style=\"margin:24px 0 8px;font-size:16px;line-height:1.4\">%s</h2>\n";
  private static final String LINE =
      "<p style=\"margin:0 0 8px;padding:8px 12px;border-radius:8px;background:#f2f4f8;"
          + "white-space:pre-wrap;overflow-wrap:anywhere\">%s</p>\n";
  private static final String BUTTON =
      "<p style=\"margin:16px 0\"><a href=\"%s\" style=\"display:inline-block;padding:12px 20px;"
          + "border-radius:8px;background:#1f5fd6;color:#ffffff;font-weight:600;"
          + "text-decoration:none\">%s</a></p>\n";
  private static final String ADDRESS =
      "<p style=\"margin:0;font-size:13px;color:#5a6472;overflow-wrap:anywhere\">%s<br>%s</p>\n";

  private final MessageSource messages;
  private final Settings settings;

  MailWriter(MessageSource messages, Settings settings) {
    this.messages = messages;
    this.settings = settings;
  }

  MailText write(Letter letter) {
    String subject = line(words(letter, "subject"));
    return new MailText(subject, text(letter), html(letter, subject));
  }

  private String text(Letter letter) {
    StringBuilder out = new StringBuilder();
    greeting(letter.name(), letter.locale()).forEach(part -> out.append(part).append(PARAGRAPH));
    out.append(words(letter, "text")).append(PARAGRAPH);
    URI link = letter.link();
    if (link != null) {
      out.append(words(letter, "do")).append(":\n").append(link).append(PARAGRAPH);
    }
    for (Letter.Section section : letter.sections()) {
      out.append(line(section.heading())).append("\n\n");
      section.lines().forEach(text -> out.append(indented(text)).append('\n'));
      out.append('\n').append(section.label()).append(":\n").append(section.link());
      out.append(PARAGRAPH);
    }
    return out.append("-- \n").append(footer(letter.locale())).append('\n').toString();
  }

  private String html(Letter letter, String subject) {
    StringBuilder body = new StringBuilder();
    Stream.concat(
            greeting(letter.name(), letter.locale()),
            Stream.of(words(letter, "text").split(PARAGRAPH, -1)))
        .forEach(part -> body.append(TEXT.formatted(escaped(part))));
    URI link = letter.link();
    if (link != null) {
      String target = escaped(link.toString());
      body.append(BUTTON.formatted(target, escaped(words(letter, "do"))));
      body.append(ADDRESS.formatted(escaped(text("mail.link", letter.locale())), target));
    }
    for (Letter.Section section : letter.sections()) {
      body.append(HEADING.formatted(escaped(section.heading())));
      section.lines().forEach(text -> body.append(LINE.formatted(escaped(text))));
      body.append(BUTTON.formatted(escaped(section.link().toString()), escaped(section.label())));
    }
    return PAGE.formatted(
        letter.locale().getLanguage(),
        escaped(subject),
        escaped(settings.organisation()),
        body,
        escaped(footer(letter.locale())));
  }

  private Stream<String> greeting(@Nullable String name, Locale locale) {
    return Stream.of(
        name == null ? text("mail.hello", locale) : text("mail.hello.name", locale, name));
  }

  private String footer(Locale locale) {
    return text("mail.footer", locale, settings.organisation(), settings.publicUrl());
  }

  private String words(Letter letter, String part) {
    return text("mail." + letter.kind() + "." + part, letter.locale(), letter.arguments());
  }

  private String text(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private static String indented(String text) {
    return text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }

  // A name with a line break in it must not become a header of its own.
  private static String line(String text) {
    String one = NOT_FOR_A_LINE.matcher(text).replaceAll(" ").strip();
    return one.length() <= LONGEST_SUBJECT ? one : one.substring(0, LONGEST_SUBJECT - 2) + " …";
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
