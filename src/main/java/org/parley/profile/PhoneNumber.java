package org.parley.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A telephone number.
 *
 * @param kind {@code mobile}, {@code work}, {@code home} or {@code other}
 * @param number in E.164, {@code +4930123456}
 */
@Embeddable
public record PhoneNumber(
    @Column(nullable = false) String kind, @Column(nullable = false) String number) {}
