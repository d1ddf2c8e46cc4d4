package org.parley.directory;

/** The fields of the index. */
final class Fields {
  /** The account, as a term. */
  static final String ID = "id";

  /** The account, to filter by. */
  static final String ID_POINT = "idPoint";

  /** The account, to order and read by. */
  static final String ID_VALUE = "idValue";

  /** The name, to order by. */
  static final String ORDER = "order";

  /** Words of the name. */
  static final String NAME = "name";

  /** Words of the address, and it as a whole. */
  static final String USER = "user";

  /** Words that everybody may see. */
  static final String OPEN = "open";

  /** The ends of all words that everybody may see: what begins one of them is inside a word. */
  static final String OPEN_PARTS = "openParts";

  /** As {@link #OPEN}, for those whom the person has in their phonebook. */
  static final String CLOSE = "close";

  /** As {@link #OPEN_PARTS}, for those whom the person has in their phonebook. */
  static final String CLOSE_PARTS = "closeParts";

  /** As {@link #OPEN}, for administrators. */
  static final String INTERNAL = "internal";

  /** As {@link #OPEN_PARTS}, for administrators. */
  static final String INTERNAL_PARTS = "internalParts";

  /** ISO 3166 code. */
  static final String COUNTRY = "Country";

  /** Region, folded. */
  static final String REGION = "Region";

  /** Department, folded. */
  static final String DEPARTMENT = "Department";

  /** Departments as they were written, to choose from. */
  static final String DEPARTMENTS = "departments";

  /** Regions as they were written, behind their country, to choose from. */
  static final String REGIONS = "regions";

  private Fields() {}
}
