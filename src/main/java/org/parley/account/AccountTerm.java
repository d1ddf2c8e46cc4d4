package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A word that an account is found by.
 *
 * @param term the folded word
 * @param sortName the folded name, by which those with the same word are ordered
 */
@Embeddable
record AccountTerm(
    @Column(nullable = false) String term,
    @Column(name = "sort_name", nullable = false) String sortName) {}
