package org.parley.profile;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.PersonName;

/**
 * What a person tells of themselves.
 *
 * @param name the display name
 * @param statusText what is true for a while
 * @param statusUntil the last day on which it is true
 * @param about in their own words
 * @param job what they do
 * @param department where in the organisation
 * @param manager the user name of whom they report to
 * @param skills what they can do
 * @param place town or office
 * @param region part of the country
 * @param country ISO 3166 code
 * @param languages that they speak
 * @param phoneKinds a kind for each of {@code phones}
 * @param phones telephone numbers as they were typed
 * @param linkLabels a label for each of {@code links}
 * @param links addresses of accounts elsewhere
 * @param aboutFor who may see it, a {@link Visibility}
 * @param workFor who may see job, department, manager and skills
 * @param placeFor who may see place, region and country
 * @param languagesFor who may see the languages
 * @param phonesFor who may see the telephone numbers
 * @param linksFor who may see the links
 */
public record ProfileForm(
    @PersonName @Nullable String name,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String statusText,
    @Pattern(regexp = "|\\d{4}-\\d{2}-\\d{2}", message = "{profile.status.until.form}") @Nullable String statusUntil,
    @Size(max = 2000, message = "{profile.long.2000}") @Nullable String about,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String job,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String department,
    @Nullable String manager,
    @Size(max = 300, message = "{profile.long.300}") @Nullable String skills,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String place,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String region,
    @Nullable String country,
    @Size(max = 120, message = "{profile.long.120}") @Nullable String languages,
    @Nullable List<String> phoneKinds,
    @Nullable List<String> phones,
    @Nullable List<String> linkLabels,
    @Nullable List<String> links,
    @Nullable Visibility aboutFor,
    @Nullable Visibility workFor,
    @Nullable Visibility placeFor,
    @Nullable Visibility languagesFor,
    @Nullable Visibility phonesFor,
    @Nullable Visibility linksFor) {}
