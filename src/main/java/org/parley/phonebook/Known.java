package org.parley.phonebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a phonebook knows, and by what: an address, a number, a name. Numbers below zero stand for
 * cards of the same file that are not stored yet.
 */
final class Known {
  private final Map<String, Long> addresses = new HashMap<>();
  private final Map<String, Long> names = new HashMap<>();
  private final Map<Long, Set<String>> of = new HashMap<>();

  /** Somebody has this address. */
  void address(long contact, AddressKind kind, String normalised) {
    String key = key(kind, normalised);
    addresses.putIfAbsent(key, contact);
    of.computeIfAbsent(contact, id -> new HashSet<>()).add(key);
  }

  /** Somebody is called so. */
  void name(long contact, String name) {
    names.putIfAbsent(Folded.fold(name), contact);
  }

  /** Everything of {@code card} belongs to {@code contact}. */
  void learn(long contact, Card card) {
    name(contact, card.name());
    card.addresses().forEach(one -> address(contact, one.kind(), one.normalised()));
  }

  /** Who {@code card} is: by address or number first, then by name. */
  @Nullable Long match(Card card) {
    for (Address address : card.addresses()) {
      Long contact = addresses.get(key(address.kind(), address.normalised()));
      if (contact != null) {
        return contact;
      }
    }
    return names.get(Folded.fold(card.name()));
  }

  /** Whether {@code contact} has every address of {@code card} already. */
  boolean hasAll(long contact, Card card) {
    Set<String> has = of.getOrDefault(contact, Set.of());
    return card.addresses().stream()
        .allMatch(one -> has.contains(key(one.kind(), one.normalised())));
  }

  private static String key(AddressKind kind, String normalised) {
    return kind.name().charAt(0) + normalised;
  }
}
