package org.parley.phonebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Card} together from what stands in a file, and tells what will not do. */
final class CardBuilder {
  private static final int LONGEST = 120;
  private static final int LONGEST_NOTES = 4000;
  private static final int MOST_GROUPS = 10;
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  private final long owner;
  private final int line;
  private final @Nullable String region;
  private final Consumer<CardProblem> problems;
  private final List<Address> addresses = new ArrayList<>();
  private final Set<String> groups = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder first = new StringBuilder();
  private final StringBuilder last = new StringBuilder();
  private String name = "";
  private @Nullable String organisation;
  private @Nullable String job;
  private boolean favourite;

  CardBuilder(long owner, int line, @Nullable String region, Consumer<CardProblem> problems) {
    this.owner = owner;
    this.line = line;
    this.region = region;
    this.problems = problems;
  }

  void name(@Nullable String text) {
    if (name.isEmpty() && text != null) {
      name = plain(text, LONGEST);
    }
  }

  void first(@Nullable String text) {
    join(first, text);
  }

  void last(@Nullable String text) {
    join(last, text);
  }

  private static void join(StringBuilder to, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      to.append(to.isEmpty() ? "" : " ").append(text.strip());
    }
  }

  void organisation(@Nullable String text) {
    if (organisation == null && text != null && !text.isBlank()) {
      organisation = plain(text, LONGEST);
    }
  }

  void job(@Nullable String text) {
    if (job == null && text != null && !text.isBlank()) {
      job = plain(text, LONGEST);
    }
  }

  void notes(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      notes.add(text.strip());
    }
  }

  void favourite(boolean isFavourite) {
    favourite |= isFavourite;
  }

  void group(@Nullable String text) {
    if (text != null && !text.isBlank() && groups.size() < MOST_GROUPS) {
      groups.add(plain(text, ContactGroup.LONGEST));
    }
  }

  void address(AddressKind kind, @Nullable String text, @Nullable String label) {
    if (text == null || text.isBlank()) {
      return;
    }
    Optional<Address> read =
        Address.read(
            owner, kind, text, label == null ? null : plain(label, Address.LONGEST_LABEL), region);
    if (read.isEmpty()) {
      problem("phonebook.import.problem.address", text.strip());
      return;
    }
    Address address = read.get();
    boolean isThere =
        addresses.stream()
            .anyMatch(
                one ->
                    one.kind() == address.kind() && one.normalised().equals(address.normalised()));
    if (!isThere) {
      if (addresses.size() == ContactReader.MOST) {
        problem("phonebook.import.problem.many", text.strip());
      } else {
        addresses.add(address);
      }
    }
  }

  /** The card; none where nothing tells who it is about. */
  Optional<Card> build() {
    String called = name;
    if (called.isEmpty()) {
      called = plain((first + " " + last).strip(), LONGEST);
    }
    if (called.isEmpty() && organisation != null) {
      called = organisation;
    }
    if (called.isEmpty() && !addresses.isEmpty()) {
      called = Address.cut(addresses.get(0).value(), LONGEST);
    }
    if (called.isEmpty()) {
      problem("phonebook.import.problem.nobody", "");
      return Optional.empty();
    }
    String noted = notes.isEmpty() ? null : Address.cut(String.join("\n", notes), LONGEST_NOTES);
    return Optional.of(
        new Card(
            line,
            called,
            organisation,
            job,
            noted,
            favourite,
            List.copyOf(addresses),
            List.copyOf(groups)));
  }

  private void problem(String reason, String detail) {
    problems.accept(new CardProblem(line, reason, detail));
  }

  private static String plain(String text, int most) {
    return Address.cut(UNSEEN.matcher(text).replaceAll(" ").strip(), most);
  }
}
