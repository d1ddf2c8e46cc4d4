package org.parley.location;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one person is, for as long as they share it: never more than one row a person. */
@Entity
@Table(name = "location")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Location {
  private static final int DIGITS = 5;

  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "share_key", nullable = false, columnDefinition = "char(22)")
  private String key;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(8)")
  private Source source;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(12)")
  private Detail detail;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(8)")
  private Audience audience;

  @Column(nullable = false, columnDefinition = "decimal(7,5)")
  private BigDecimal latitude;

  @Column(nullable = false, columnDefinition = "decimal(8,5)")
  private BigDecimal longitude;

  private int accuracy;
  private int x;
  private int y;

  @Column(name = "town_id")
  private @Nullable Integer townId;

  @Column(columnDefinition = "char(2)")
  private @Nullable String country;

  private @Nullable String region;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Column(name = "until_at", nullable = false)
  private Instant untilAt;

  protected Location() {}

  Location(long accountId) {
    this.accountId = accountId;
  }

  /** Begins anew, whatever was shared before. */
  void share(
      String newKey,
      Source newSource,
      Detail newDetail,
      Audience newAudience,
      Instant now,
      Instant until) {
    key = newKey;
    source = newSource;
    detail = newDetail;
    audience = newAudience;
    startedAt = now;
    untilAt = until;
  }

  /**
   * Takes the place of the position before.
   *
   * @param position as exact as was chosen and no more
   * @param town the nearest one; none where there is none
   */
  void move(Position position, @Nullable Town town, Instant now) {
    latitude = exactly(position.latitude());
    longitude = exactly(position.longitude());
    accuracy = position.accuracy();
    x = Mercator.x(position.longitude());
    y = Mercator.y(position.latitude());
    townId = town == null ? null : town.id();
    country = town == null ? null : town.country();
    region = town == null || town.region().isEmpty() ? null : town.region();
    updatedAt = now;
  }

  private static BigDecimal exactly(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  long accountId() {
    return accountId;
  }

  String key() {
    return key;
  }

  Source source() {
    return source;
  }

  Detail detail() {
    return detail;
  }

  Audience audience() {
    return audience;
  }

  double latitude() {
    return latitude.doubleValue();
  }

  double longitude() {
    return longitude.doubleValue();
  }

  int accuracy() {
    return accuracy;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  @Nullable String country() {
    return country;
  }

  @Nullable Integer townId() {
    return townId;
  }

  /** The part of the country, as GeoNames numbers it. */
  @Nullable String region() {
    return region;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  Instant untilAt() {
    return untilAt;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(untilAt);
  }
}
