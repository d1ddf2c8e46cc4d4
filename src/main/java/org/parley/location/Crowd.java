package org.parley.location;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.InvalidRequestException;

/**
 * Of whom the map shows those that one may see.
 *
 * @param kind which of the choices
 * @param group the number of one of the viewer's own groups
 * @param department the name of a department
 */
record Crowd(Kind kind, @Nullable Long group, @Nullable String department) {
  /** What one can choose. */
  enum Kind {
    ALL,
    CONTACTS,
    FAVOURITES,
    TEAM,
    GROUP,
    DEPARTMENT
  }

  static final Crowd EVERYBODY = new Crowd(Kind.ALL, null, null);

  private static final Pattern GROUP = Pattern.compile("group:([0-9]{1,18})");
  private static final Pattern DEPARTMENT = Pattern.compile("department:(.{1,120})");

  /**
   * Reads "all", "contacts", "favourites", "team", "group:7" or "department:Sales".
   *
   * @throws InvalidRequestException where it is something else
   */
  static Crowd parse(@Nullable String text) {
    if (text == null || text.isEmpty() || text.equals("all")) {
      return EVERYBODY;
    }
    Matcher group = GROUP.matcher(text);
    if (group.matches()) {
      return new Crowd(Kind.GROUP, Long.valueOf(group.group(1)), null);
    }
    Matcher department = DEPARTMENT.matcher(text);
    if (department.matches()) {
      return new Crowd(Kind.DEPARTMENT, null, department.group(1));
    }
    return switch (text) {
      case "contacts" -> new Crowd(Kind.CONTACTS, null, null);
      case "favourites" -> new Crowd(Kind.FAVOURITES, null, null);
      case "team" -> new Crowd(Kind.TEAM, null, null);
      default -> throw new InvalidRequestException("problem.choice", text);
    };
  }
}
