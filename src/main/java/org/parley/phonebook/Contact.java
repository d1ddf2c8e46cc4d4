package org.parley.phonebook;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody in a phonebook: a colleague, or somebody outside. */
@Entity
@Table(name = "contact")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Contact {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "owner_id", nullable = false)
  private long ownerId;

  @Column(name = "person_id")
  private @Nullable Long personId;

  @Column(nullable = false)
  private String name;

  @Column(name = "sort_name", nullable = false)
  private String sortName;

  @Column(name = "search_text", nullable = false)
  private String searchText;

  private @Nullable String organisation;
  private @Nullable String job;
  private @Nullable String notes;

  @Column(nullable = false)
  private boolean favourite;

  @Column(columnDefinition = "char(32)")
  private @Nullable String picture;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "contact_address", joinColumns = @JoinColumn(name = "contact_id"))
  @OrderColumn(name = "position")
  private List<Address> addresses = new ArrayList<>();

  @Version private int version;

  protected Contact() {}

  /** A contact of {@code ownerId}; {@code personId} says which colleague, if it is one. */
  Contact(long ownerId, @Nullable Long personId, String name, Instant now) {
    this.ownerId = ownerId;
    this.personId = personId;
    this.createdAt = now;
    this.updatedAt = now;
    call(name);
  }

  /** Takes over what the owner notes; a colleague keeps the name of their account. */
  void write(ContactDetails details, Instant now) {
    organisation = details.organisation();
    job = details.job();
    notes = details.notes();
    favourite = details.favourite();
    addresses.clear();
    addresses.addAll(details.addresses());
    updatedAt = now;
    call(personId == null ? details.name() : name);
  }

  /** Gives another name. */
  final void call(String to) {
    name = to;
    sortName = Folded.name(to);
    searchText = Folded.text(to, organisation, job, addresses);
  }

  /** Adds what cards bring and what is not there yet; texts that are there stay. */
  void take(List<Card> cards, Instant now) {
    for (Card card : cards) {
      organisation = ImportPlan.first(organisation, card.organisation());
      job = ImportPlan.first(job, card.job());
      notes = ImportPlan.first(notes, card.notes());
      for (Address more : card.addresses()) {
        boolean isThere =
            addresses.stream()
                .anyMatch(
                    one -> one.kind() == more.kind() && one.normalised().equals(more.normalised()));
        if (!isThere && addresses.size() < ContactReader.MOST) {
          addresses.add(more);
        }
      }
    }
    updatedAt = now;
    call(name);
  }

  /** Is again as it was before an import; addresses are added at the end. */
  void restore(ImportDao.Before before, Instant now) {
    organisation = before.organisation();
    job = before.job();
    notes = before.notes();
    while (addresses.size() > before.addresses()) {
      addresses.remove(addresses.size() - 1);
    }
    updatedAt = now;
    call(name);
  }

  void prefer(boolean isFavourite, Instant now) {
    favourite = isFavourite;
    updatedAt = now;
  }

  void show(@Nullable String hash, Instant now) {
    picture = hash;
    updatedAt = now;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  long ownerId() {
    return ownerId;
  }

  @Nullable Long personId() {
    return personId;
  }

  String name() {
    return name;
  }

  @Nullable String organisation() {
    return organisation;
  }

  @Nullable String job() {
    return job;
  }

  @Nullable String notes() {
    return notes;
  }

  boolean isFavourite() {
    return favourite;
  }

  @Nullable String picture() {
    return picture;
  }

  List<Address> addresses() {
    return List.copyOf(addresses);
  }
}
