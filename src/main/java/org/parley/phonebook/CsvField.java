package org.parley.phonebook;

import java.util.Locale;

/** What a column of a table may hold. */
enum CsvField {
  IGNORE,
  NAME("name", "full name", "display name", "formatted name", "anzeigename"),
  FIRST("first name", "given name", "vorname", "first", "middle name", "additional name"),
  LAST("last name", "family name", "surname", "nachname", "last"),
  ORGANISATION("organisation", "organization", "company", "firma", "organization name"),
  JOB("job", "title", "job title", "position", "organization title", "beruf", "funktion"),
  TEL("phone", "telephone", "mobile", "telefon", "handy", "mobil", "tel", "fax"),
  EMAIL("email", "e-mail", "mail", "e-mail address"),
  SIP("sip", "sip address", "sip-adresse"),
  GROUPS("groups", "group", "categories", "labels", "group membership", "gruppen", "kategorien"),
  NOTES("notes", "note", "notizen", "bemerkung", "bemerkungen"),
  FAVOURITE("favourite", "favorite", "starred", "favorit");

  // As one text, between bars: an enum holds nothing that could change.
  private final String headings;

  CsvField(String... headings) {
    this.headings = "|" + String.join("|", headings) + "|";
  }

  /** What a column with this heading most likely holds. */
  static CsvField guess(String heading) {
    String text = heading.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    for (CsvField field : values()) {
      if (field.headings.contains("|" + text + "|")) {
        return field;
      }
    }
    if (text.contains("type") || text.contains("label") || text.contains("typ")) {
      return IGNORE;
    }
    if (text.contains("mail")) {
      return EMAIL;
    }
    if (text.contains("phone") || text.contains("telef") || text.contains("mobil")) {
      return TEL;
    }
    return text.startsWith("sip") ? SIP : IGNORE;
  }

  /** The field of this name; nothing else is taken over. */
  static CsvField named(String name) {
    for (CsvField field : values()) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return IGNORE;
  }
}
