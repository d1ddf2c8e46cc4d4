package org.parley.phone;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody is at. */
public enum DeviceKind {
  /** A page of the portal. */
  BROWSER,
  /** A telephone on a desk. */
  PHONE,
  /** A program that telephones. */
  SOFTPHONE;

  private static final Pattern DESK =
      Pattern.compile(
          "yealink|snom|polycom|poly[ /]|cisco|grandstream|fanvil|gigaset|aastra|mitel|avaya|panasonic"
              + "|htek|auerswald|innovaphone|fritz|spectralink|alcatel|unify|openstage|akuvox");

  /**
   * By how it registered.
   *
   * @param transport how it is connected
   * @param agent what it calls itself
   */
  static DeviceKind of(String transport, String agent) {
    if (transport.toLowerCase(Locale.ROOT).startsWith("ws")) {
      return BROWSER;
    }
    return DESK.matcher(agent.toLowerCase(Locale.ROOT)).find() ? PHONE : SOFTPHONE;
  }
}
