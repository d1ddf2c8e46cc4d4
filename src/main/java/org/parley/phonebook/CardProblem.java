package org.parley.phonebook;

/**
 * Why something in a file was not taken.
 *
 * @param line the line of a table, or the number of a card
 * @param reason a key: {@code phonebook.import.problem.…}
 * @param detail what it is about, as it stands in the file
 */
record CardProblem(int line, String reason, String detail) {
  private static final int LONGEST = 200;

  CardProblem {
    detail = Address.cut(detail, LONGEST);
  }
}
