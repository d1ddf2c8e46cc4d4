package org.parley.profile;

import org.jspecify.annotations.Nullable;
import org.parley.account.PersonName;

/**
 * What others see of a person.
 *
 * @param name the display name
 */
record ProfileForm(@PersonName @Nullable String name) {}
