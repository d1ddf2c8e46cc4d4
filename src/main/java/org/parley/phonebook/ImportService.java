package org.parley.phonebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.RateLimits;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.NotFoundException;
import org.parley.push.PushService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of contacts: taken in, stored part by part, and taken out again. */
@Service
@Transactional
class ImportService {
  /** The largest file, in bytes. */
  static final int MOST_BYTES = 12 * 1024 * 1024;

  /** How long a node has for a part before another takes over. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final int PREVIEWED = 6;
  private static final int RECENT = 20;
  private static final int LONGEST_NAME = 120;

  private final ImportDao imports;
  private final ContactDao contacts;
  private final GroupDao groups;
  private final RateLimits limits;
  private final PushService push;
  private final Clock clock;

  ImportService(
      ImportDao imports,
      ContactDao contacts,
      GroupDao groups,
      RateLimits limits,
      PushService push,
      Clock clock) {
    this.imports = imports;
    this.contacts = contacts;
    this.groups = groups;
    this.limits = limits;
    this.push = push;
    this.clock = clock;
  }

  /**
   * An import as its owner sees it.
   *
   * @param id its identifier
   * @param csv whether it is a table, whose columns have to be named
   * @param fileName the file's name
   * @param state how far it is
   * @param encoding how the file is read
   * @param delimiter what stands between columns
   * @param fields what each column holds
   * @param lines how the file begins, the headings first
   * @param done cards looked at
   * @param added new contacts
   * @param merged contacts to which something was added
   * @param skipped cards that brought nothing new
   * @param failed what could not be taken
   * @param createdAt when it was handed in
   */
  public record View(
      long id,
      boolean csv,
      String fileName,
      String state,
      String encoding,
      String delimiter,
      List<CsvField> fields,
      List<List<String>> lines,
      int done,
      int added,
      int merged,
      int skipped,
      int failed,
      Instant createdAt) {
    static View of(ContactImport one, List<List<String>> lines, List<CsvField> fields) {
      return new View(
          one.id(),
          one.kind() == ContactImport.Kind.CSV,
          one.fileName(),
          one.state().name(),
          one.encoding(),
          Character.toString(one.delimiter()),
          fields,
          lines,
          one.done(),
          one.added(),
          one.merged(),
          one.skipped(),
          one.failed(),
          one.createdAt());
    }
  }

  /**
   * Takes a file in; nothing is stored of it yet.
   *
   * @return the import's identifier
   */
  public long take(SignedIn me, String name, byte[] file) {
    if (file.length == 0 || file.length > MOST_BYTES) {
      throw new InvalidRequestException("phonebook.import.size", MOST_BYTES / 1024 / 1024);
    }
    limits.require(RateLimits.Limit.CONTACT_IMPORT, Long.toString(me.id()));
    String encoding = Encodings.guess(file);
    String text = Encodings.decode(file, encoding);
    boolean isCard = text.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11);
    ContactImport one =
        new ContactImport(
            me.id(),
            isCard ? ContactImport.Kind.VCARD : ContactImport.Kind.CSV,
            Address.cut(name.isBlank() ? "contacts" : name.strip(), LONGEST_NAME),
            encoding,
            clock.instant());
    char delimiter = CsvFile.delimiter(text);
    one.read(encoding, delimiter, isCard ? List.of() : guess(text, delimiter), "");
    imports.save(one);
    imports.saveFile(one.id(), file);
    return one.id();
  }

  private static List<CsvField> guess(String text, char delimiter) {
    List<List<String>> lines = CsvFile.preview(text, delimiter, 1);
    return lines.isEmpty() ? List.of() : lines.get(0).stream().map(CsvField::guess).toList();
  }

  /** One of my imports, with the beginning of its file as long as it is a draft. */
  @Transactional(readOnly = true)
  public View get(SignedIn me, long id) {
    ContactImport one = find(me, id);
    if (one.state() != ContactImport.State.DRAFT || one.kind() != ContactImport.Kind.CSV) {
      return View.of(one, List.of(), List.of());
    }
    String text = Encodings.decode(imports.file(id), one.encoding());
    List<List<String>> lines = CsvFile.preview(text, one.delimiter(), PREVIEWED);
    List<CsvField> fields = new ArrayList<>(one.fields());
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    while (fields.size() < columns) {
      fields.add(CsvField.IGNORE);
    }
    return View.of(one, lines, fields);
  }

  /** My latest imports. */
  @Transactional(readOnly = true)
  public List<View> list(SignedIn me) {
    return imports.of(me.id(), RECENT).stream()
        .map(one -> View.of(one, List.of(), List.of()))
        .toList();
  }

  /** What could not be taken, behind line {@code after}. */
  @Transactional(readOnly = true)
  public List<CardProblem> problems(SignedIn me, long id, int after, int limit) {
    return imports.problems(find(me, id).id(), after, limit);
  }

  /**
   * Says how a draft is read.
   *
   * @param guess whether the columns are guessed anew
   */
  public void read(
      SignedIn me,
      long id,
      String encoding,
      String delimiter,
      List<String> fields,
      @Nullable String region,
      boolean guess) {
    ContactImport one = draft(me, id);
    String in = Encodings.ALL.contains(encoding) ? encoding : one.encoding();
    char between =
        delimiter.length() == 1 && CsvFile.DELIMITERS.contains(delimiter)
            ? delimiter.charAt(0)
            : one.delimiter();
    List<CsvField> chosen =
        guess && one.kind() == ContactImport.Kind.CSV
            ? guess(Encodings.decode(imports.file(id), in), between)
            : fields.stream().limit(CsvFile.MOST_COLUMNS).map(CsvField::named).toList();
    one.read(in, between, chosen, region == null ? "" : region);
  }

  /** Has a draft taken over in the background. */
  public void begin(SignedIn me, long id, ContactImport.Duplicates duplicates) {
    ContactImport one = draft(me, id);
    if (one.kind() == ContactImport.Kind.CSV
        && one.fields().stream().allMatch(field -> field == CsvField.IGNORE)) {
      throw new InvalidRequestException("phonebook.import.columns.none");
    }
    one.begin(duplicates, clock.instant());
  }

  /** Forgets a draft. */
  public void drop(SignedIn me, long id) {
    imports.remove(draft(me, id));
  }

  private ContactImport draft(SignedIn me, long id) {
    ContactImport one = find(me, id);
    if (one.state() != ContactImport.State.DRAFT) {
      throw new InvalidRequestException("phonebook.import.begun");
    }
    return one;
  }

  private ContactImport find(SignedIn me, long id) {
    return imports.find(me.id(), id).orElseThrow(NotFoundException::new);
  }

  /**
   * A file to take over.
   *
   * @param one what to do with it
   * @param text what stands in it
   * @param known whom its owner knows
   */
  record Job(ContactImport one, String text, Known known) {}

  /** A file that waits, from now on this node's. */
  Optional<Job> claim() {
    Instant now = clock.instant();
    Optional<ContactImport> due = imports.due(now).map(imports::lock);
    due.ifPresent(one -> one.lease(now.plus(LEASE)));
    return due.map(
        one ->
            new Job(
                one,
                Encodings.decode(imports.file(one.id()), one.encoding()),
                imports.known(one.ownerId())));
  }

  /**
   * Stores a part of a file.
   *
   * @param cards how many were looked at, those that will not do among them
   */
  void store(long id, ImportPlan plan, List<CardProblem> problems, int cards) {
    ContactImport one = imports.lock(id);
    Instant now = clock.instant();
    long room = PhonebookService.MOST - contacts.count(one.ownerId());
    List<Card> fresh =
        plan.fresh().subList(0, (int) Math.min(plan.fresh().size(), Math.max(0, room)));
    List<CardProblem> wrong = new ArrayList<>(problems);
    plan.fresh().subList(fresh.size(), plan.fresh().size()).stream()
        .map(card -> new CardProblem(card.line(), "phonebook.import.problem.full", card.name()))
        .forEach(wrong::add);
    Map<Integer, Long> ids = imports.insert(one, fresh, now);
    insertDetails(one, fresh, ids);
    merge(one, plan, ids, now);
    imports.saveProblems(id, wrong);
    one.progress(cards, fresh.size(), plan.merged(), plan.skipped(), wrong.size(), now.plus(LEASE));
    tell(one);
  }

  private void insertDetails(ContactImport one, List<Card> fresh, Map<Integer, Long> ids) {
    List<ImportDao.NewAddress> addresses = new ArrayList<>();
    List<ImportDao.NewMember> members = new ArrayList<>();
    Map<String, Long> groupIds = new HashMap<>();
    for (Card card : fresh) {
      long id = Objects.requireNonNull(ids.get(card.line()));
      int position = 0;
      for (Address address : card.addresses()) {
        addresses.add(new ImportDao.NewAddress(id, position++, address));
      }
      for (String name : card.groups()) {
        Long group = groupIds.computeIfAbsent(name, missing -> group(one.ownerId(), missing));
        if (group > 0) {
          members.add(new ImportDao.NewMember(group, id));
        }
      }
    }
    imports.insertAddresses(addresses);
    imports.insertMembers(members);
  }

  /** The group of this name; zero where there is no room for another. */
  private long group(long owner, String name) {
    Optional<ContactGroup> there = groups.findByName(owner, name);
    if (there.isPresent()) {
      return there.get().id();
    }
    if (groups.count(owner) >= GroupService.MOST) {
      return 0;
    }
    ContactGroup group = new ContactGroup(owner, name);
    groups.save(group);
    return group.id();
  }

  private void merge(ContactImport one, ImportPlan plan, Map<Integer, Long> fresh, Instant now) {
    Map<Integer, Long> places = new HashMap<>(fresh);
    List<Integer> earlier =
        plan.merges().keySet().stream()
            .filter(id -> id < 0)
            .map(id -> (int) -id)
            .filter(line -> !places.containsKey(line))
            .toList();
    places.putAll(imports.places(one.id(), earlier));
    plan.merges()
        .forEach(
            (target, cards) -> {
              Long id = target < 0 ? places.get((int) -target) : target;
              Optional<Contact> contact =
                  id == null ? Optional.empty() : contacts.find(one.ownerId(), id);
              contact.ifPresent(
                  there -> {
                    imports.remember(one.id(), there);
                    there.take(cards, now);
                  });
            });
  }

  /** All of a file is stored. */
  void finish(long id) {
    ContactImport one = imports.lock(id);
    one.finish(clock.instant());
    imports.removeFile(id);
    tell(one);
    push.tell(one.ownerId(), PhonebookService.EVENT, Map.of("what", "all"));
  }

  /** Takes out again what an import brought; what was changed by hand since goes with it. */
  public void undo(SignedIn me, long id) {
    ContactImport one = imports.lock(find(me, id).id());
    if (one.state() != ContactImport.State.DONE) {
      throw new InvalidRequestException("phonebook.import.notDone");
    }
    for (ImportDao.Before before : imports.remembered(id)) {
      contacts
          .find(me.id(), before.contactId())
          .ifPresent(contact -> contact.restore(before, clock.instant()));
    }
    imports.removeContacts(id);
    one.undo();
    push.tell(me.id(), PhonebookService.EVENT, Map.of("what", "all"));
  }

  private void tell(ContactImport one) {
    push.tell(
        one.ownerId(),
        "import",
        Map.of("id", one.id(), "done", one.done(), "state", one.state().name()));
  }

  /** Forgets files that were handed in and never taken over. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  public void purge() {
    imports.purge(clock.instant().minus(Duration.ofDays(1)));
  }
}
