package org.parley.profile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's {@link Details} as they are stored. */
@Entity
@Table(name = "profile")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Profile {
  @Id
  @Column(name = "account_id")
  private long accountId;

  private @Nullable String about;
  private @Nullable String job;
  private @Nullable String department;

  @Column(name = "manager_id")
  private @Nullable Long managerId;

  private @Nullable String skills;

  private @Nullable String place;
  private @Nullable String region;

  @Column(columnDefinition = "char(2)")
  private @Nullable String country;

  private @Nullable String languages;

  @Enumerated(EnumType.STRING)
  @Column(name = "about_for", nullable = false, columnDefinition = "varchar(16)")
  private Visibility aboutFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "work_for", nullable = false, columnDefinition = "varchar(16)")
  private Visibility workFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "place_for", nullable = false, columnDefinition = "varchar(16)")
  private Visibility placeFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "languages_for", nullable = false, columnDefinition = "varchar(16)")
  private Visibility languagesFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "phones_for", nullable = false, columnDefinition = "varchar(16)")
  private Visibility phonesFor;

  @Enumerated(EnumType.STRING)
  @Column(name = "links_for", nullable = false, columnDefinition = "varchar(16)")
  private Visibility linksFor;

  @ElementCollection
  @CollectionTable(name = "profile_phone", joinColumns = @JoinColumn(name = "account_id"))
  @OrderColumn(name = "position")
  private List<PhoneNumber> phones = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "profile_link", joinColumns = @JoinColumn(name = "account_id"))
  @OrderColumn(name = "position")
  private List<Link> links = new ArrayList<>();

  // The index of the directory follows it.
  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version private int version;

  protected Profile() {}

  Profile(long accountId, Instant now) {
    this.accountId = accountId;
    write(Details.NONE, now);
  }

  final void write(Details details, Instant now) {
    updatedAt = now;
    about = details.about();
    job = details.job();
    department = details.department();
    managerId = details.managerId();
    skills = details.skills();
    place = details.place();
    region = details.region();
    country = details.country();
    languages = details.languages();
    aboutFor = details.shown().about();
    workFor = details.shown().work();
    placeFor = details.shown().place();
    languagesFor = details.shown().languages();
    phonesFor = details.shown().phones();
    linksFor = details.shown().links();
    phones.clear();
    phones.addAll(details.phones());
    links.clear();
    links.addAll(details.links());
  }

  Details read() {
    return new Details(
        about,
        job,
        department,
        managerId,
        skills,
        place,
        region,
        country,
        languages,
        List.copyOf(phones),
        List.copyOf(links),
        new Details.Shown(aboutFor, workFor, placeFor, languagesFor, phonesFor, linksFor));
  }
}
