package org.parley.phonebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a file tells of them.
 *
 * @param line the line of a table, or the number of a card
 * @param name what they are called
 * @param organisation where they work
 * @param job what they do there
 * @param notes what was noted
 * @param favourite whether they were a favourite
 * @param addresses how they are reached
 * @param groups names of groups
 */
record Card(
    int line,
    String name,
    @Nullable String organisation,
    @Nullable String job,
    @Nullable String notes,
    boolean favourite,
    List<Address> addresses,
    List<String> groups) {}
