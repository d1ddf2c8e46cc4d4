package org.parley.phonebook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has whom in their phonebook, and who blocks whom, for other features: one query for any
 * number of people.
 */
@Service
@Transactional(readOnly = true)
public class Contacts {
  private final ContactLookupDao lookup;

  Contacts(ContactLookupDao lookup) {
    this.lookup = lookup;
  }

  /** Whether {@code owner} has {@code person} in their phonebook. */
  public boolean has(long owner, long person) {
    return !ownersHaving(List.of(owner), person).isEmpty();
  }

  /** Those of {@code owners} who have {@code person} in their phonebook. */
  public Set<Long> ownersHaving(Collection<Long> owners, long person) {
    return lookup.owners("contact", owners, person);
  }

  /** Who has {@code person} in their phonebook, {@code most} of them at the most. */
  public Set<Long> owners(long person, int most) {
    return lookup.owners(person, most);
  }

  /** Those of {@code people} whom {@code owner} has in their phonebook. */
  public Set<Long> hasAmong(long owner, Collection<Long> people) {
    return lookup.people("contact", owner, people);
  }

  /** Whether {@code owner} blocks {@code person}. */
  public boolean blocks(long owner, long person) {
    return !ownersBlocking(List.of(owner), person).isEmpty();
  }

  /** Those of {@code owners} who block {@code person}. */
  public Set<Long> ownersBlocking(Collection<Long> owners, long person) {
    return lookup.owners("contact_block", owners, person);
  }

  /** Those of {@code people} whom {@code owner} blocks. */
  public Set<Long> blocksAmong(long owner, Collection<Long> people) {
    return lookup.people("contact_block", owner, people);
  }

  /** Whom each of {@code owners} has in their phonebook; who has nobody is missing. */
  public Map<Long, Set<Long>> of(Collection<Long> owners) {
    return lookup.all("contact", owners);
  }

  /** Whom each of {@code owners} blocks; who blocks nobody is missing. */
  public Map<Long, Set<Long>> blockedBy(Collection<Long> owners) {
    return lookup.all("contact_block", owners);
  }

  /**
   * Who would not hear of whom.
   *
   * @param owner who may block
   * @param person who may be blocked
   */
  public record Pair(long owner, long person) {}

  /** Those of {@code pairs} in which the owner blocks the person. */
  public Set<Pair> blocked(Collection<Pair> pairs) {
    return lookup.blocked(pairs);
  }
}
