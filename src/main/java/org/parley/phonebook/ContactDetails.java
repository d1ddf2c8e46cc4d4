package org.parley.phonebook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner notes of a contact, checked.
 *
 * @param name what they are called; unused where they are a colleague, who has a name
 * @param organisation where they work
 * @param job what they do there
 * @param notes in the owner's words
 * @param favourite whether they stand at the top
 * @param addresses how they are reached, the preferred first
 * @param groups identifiers of groups they are in
 */
record ContactDetails(
    String name,
    @Nullable String organisation,
    @Nullable String job,
    @Nullable String notes,
    boolean favourite,
    List<Address> addresses,
    Set<Long> groups) {}
