package org.parley.phonebook;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as its owner writes it.
 *
 * @param name what they are called; colleagues have a name already
 * @param organisation where they work
 * @param job what they do there
 * @param notes in the owner's words
 * @param favourite whether they are one of the favourites
 * @param kinds a kind for each of {@code values}
 * @param values addresses and numbers as they were typed
 * @param labels what each is for
 * @param groups identifiers of groups
 * @param newGroup the name of a group to make, or nothing
 */
public record ContactForm(
    @Size(max = 120, message = "{account.name.long}") @Pattern(
            regexp = "[^\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]*",
            message = "{account.name.form}")
        @Nullable String name,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String organisation,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String job,
    @Size(max = 4000, message = "{phonebook.notes.long}") @Nullable String notes,
    @Nullable Boolean favourite,
    @Nullable List<String> kinds,
    @Nullable List<String> values,
    @Nullable List<String> labels,
    @Nullable List<Long> groups,
    @Size(max = ContactGroup.LONGEST, message = "{phonebook.group.long}") @Nullable String newGroup) {}
