package org.parley.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and by whom.
 *
 * @param words each in its spellings; all must fit
 * @param country only people of this one
 * @param region only people of this one
 * @param department only people of this one
 * @param without the account that is never found: whoever asks
 * @param closeTo accounts that have whoever asks in their phonebook
 * @param internal whether sign-in names and mail addresses count
 */
record Question(
    List<List<String>> words,
    @Nullable String country,
    @Nullable String region,
    @Nullable String department,
    long without,
    Set<Long> closeTo,
    boolean internal) {}
