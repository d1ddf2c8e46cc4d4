package org.parley.location;

import org.jspecify.annotations.Nullable;

/**
 * Whoever looks, with what decides about what they see.
 *
 * @param id their account
 * @param department where they work; none where they say nothing
 * @param managerId whom they report to; none where they say nothing
 */
record Viewer(long id, @Nullable String department, @Nullable Long managerId) {}
