package org.parley.phonebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file of contacts that was handed in, and how far it is taken over. */
@Entity
@Table(name = "contact_import")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class ContactImport {
  /** What the file is. */
  enum Kind {
    VCARD,
    CSV
  }

  /** How far it has come. */
  enum State {
    /** Its owner has yet to say how to read it. */
    DRAFT,
    /** It waits for a node. */
    WAITING,
    /** A node is at it. */
    RUNNING,
    /** All of it is stored. */
    DONE,
    /** What it brought is taken out again. */
    UNDONE
  }

  /** What becomes of somebody who is in the phonebook already. */
  enum Duplicates {
    /** What is new is added to them. */
    MERGE,
    /** They stay as they are. */
    SKIP,
    /** They are there twice from then on, unless nothing is new. */
    KEEP
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "owner_id", nullable = false)
  private long ownerId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(8)")
  private Kind kind;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(12)")
  private State state;

  @Column(nullable = false)
  private String encoding;

  // A word: databases take a tab at the end of a text for a space.
  @Column(name = "separated_by", nullable = false)
  private String delimiter;

  @Column(nullable = false)
  private String mapping;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(8)")
  private Duplicates duplicates;

  @Column(nullable = false)
  private String region;

  private int total;
  private int done;
  private int added;
  private int merged;
  private int skipped;
  private int failed;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @Version private int version;

  protected ContactImport() {}

  ContactImport(long ownerId, Kind kind, String fileName, String encoding, Instant now) {
    this.ownerId = ownerId;
    this.kind = kind;
    this.fileName = fileName;
    this.encoding = encoding;
    this.delimiter = ",";
    this.mapping = "";
    this.region = "";
    this.duplicates = Duplicates.MERGE;
    this.state = State.DRAFT;
    this.createdAt = now;
  }

  /** Says how to read the file. */
  void read(String in, char between, List<CsvField> fields, String country) {
    encoding = in;
    delimiter = between == '\t' ? "tab" : Character.toString(between);
    mapping = fields.stream().map(Enum::name).collect(Collectors.joining(","));
    region = country;
  }

  /** Hands it to whichever node is free. */
  void begin(Duplicates choice, Instant now) {
    duplicates = choice;
    state = State.WAITING;
    leaseUntil = now;
  }

  void lease(Instant until) {
    state = State.RUNNING;
    leaseUntil = until;
  }

  /** Notes that another part is stored. */
  void progress(int cards, int isAdded, int isMerged, int isSkipped, int isFailed, Instant lease) {
    done += cards;
    added += isAdded;
    merged += isMerged;
    skipped += isSkipped;
    failed += isFailed;
    leaseUntil = lease;
  }

  void count(int cards) {
    total = cards;
  }

  void finish(Instant now) {
    state = State.DONE;
    total = done;
    finishedAt = now;
    leaseUntil = null;
  }

  void undo() {
    state = State.UNDONE;
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

  Kind kind() {
    return kind;
  }

  String fileName() {
    return fileName;
  }

  State state() {
    return state;
  }

  String encoding() {
    return encoding;
  }

  char delimiter() {
    return delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
  }

  List<CsvField> fields() {
    return mapping.isEmpty()
        ? List.of()
        : Arrays.stream(mapping.split(",", -1)).map(CsvField::named).toList();
  }

  Duplicates duplicates() {
    return duplicates;
  }

  @Nullable String region() {
    return region.isEmpty() ? null : region;
  }

  int total() {
    return total;
  }

  int done() {
    return done;
  }

  int added() {
    return added;
  }

  int merged() {
    return merged;
  }

  int skipped() {
    return skipped;
  }

  int failed() {
    return failed;
  }

  Instant createdAt() {
    return createdAt;
  }
}
