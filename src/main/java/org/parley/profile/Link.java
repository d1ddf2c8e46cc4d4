package org.parley.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * An account of a person somewhere else.
 *
 * @param label what it is called
 * @param url where it is, {@code https} alone
 */
@Embeddable
public record Link(@Column(nullable = false) String label, @Column(nullable = false) String url) {}
