package org.parley.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SIP URI without parameters (RFC 3261 section 19.1), as an address of record is written.
 *
 * @param user the user part, lower case
 * @param host the host or domain, lower case
 */
public record SipUri(String user, String host) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:sips?:)?([a-z0-9+][a-z0-9._+-]{0,63})@([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?)",
          Pattern.CASE_INSENSITIVE);

  /** Reads {@code text}, with or without its scheme; empty where it is no such URI. */
  public static Optional<SipUri> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new SipUri(lower(matcher.group(1)), lower(matcher.group(2))))
        : Optional.empty();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "sip:" + user + "@" + host;
  }
}
