package org.parley.phonebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.NotFoundException;
import org.parley.common.Page;
import org.parley.push.PushService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom people block. The SIP core refuses their calls and shows them no presence; what they write
 * is kept and never shown.
 */
@Service
@Transactional
class BlockService {
  /** As many as one person blocks. */
  static final int MOST = 2_000;

  private final BlockDao blocks;
  private final People people;
  private final PushService push;
  private final ObjectProvider<CircleListener> circles;
  private final Clock clock;

  BlockService(
      BlockDao blocks,
      People people,
      PushService push,
      ObjectProvider<CircleListener> circles,
      Clock clock) {
    this.blocks = blocks;
    this.people = people;
    this.push = push;
    this.circles = circles;
    this.clock = clock;
  }

  /**
   * Somebody who is blocked.
   *
   * @param id the block's identifier
   * @param name a colleague's name, or the address
   * @param user a colleague's user
   * @param picture the name of a colleague's picture
   * @param since since when
   */
  public record View(
      long id, String name, @Nullable String user, @Nullable String picture, Instant since) {}

  /** Whom I block, the latest first. */
  @Transactional(readOnly = true)
  public Page<View> list(SignedIn me, long before, int limit) {
    List<Block> found = blocks.page(me.id(), before, limit + 1);
    List<Block> shown = found.subList(0, Math.min(limit, found.size()));
    Map<Long, Person> persons =
        people.findAllById(shown.stream().map(Block::personId).filter(Objects::nonNull).toList());
    List<View> views =
        shown.stream()
            .map(
                block -> {
                  Long id = block.personId();
                  Person person = id == null ? null : persons.get(id);
                  return new View(
                      block.id(),
                      person == null ? String.valueOf(block.normalised()) : person.name(),
                      person == null ? null : person.user(),
                      person == null ? null : person.picture(),
                      block.createdAt());
                })
            .toList();
    return new Page<>(
        views, found.size() > limit ? Long.toString(shown.get(limit - 1).id()) : null);
  }

  /** The block of a colleague; none where they are not blocked. */
  @Transactional(readOnly = true)
  public @Nullable Long idOf(SignedIn me, String user) {
    return people
        .find(user)
        .flatMap(person -> blocks.person(me.id(), person.id()))
        .map(Block::id)
        .orElse(null);
  }

  /**
   * Blocks a colleague, or an address from outside.
   *
   * @param text a colleague's user, a SIP address or a number
   * @param region where a number without country code belongs
   */
  public void block(SignedIn me, String text, @Nullable String region) {
    Optional<Person> person = people.find(text.strip()).filter(Person::active);
    if (person.isPresent()) {
      blockPerson(me, person.get());
    } else {
      blockAddress(me, text.strip(), region);
    }
    push.tell(me.id(), PhonebookService.EVENT, Map.of("what", "block"));
  }

  private void blockPerson(SignedIn me, Person person) {
    if (person.id() == me.id()) {
      throw new InvalidRequestException("phonebook.block.self");
    }
    if (blocks.person(me.id(), person.id()).isEmpty()) {
      room(me);
      blocks.save(new Block(me.id(), person.id(), null, null, clock.instant()));
      circles.forEach(circle -> circle.blocksChanged(me.id()));
    }
  }

  private void blockAddress(SignedIn me, String text, @Nullable String region) {
    AddressKind kind =
        Address.guess(text)
            // Who writes user@host without a scheme means whoever calls from there.
            .map(found -> found == AddressKind.EMAIL ? AddressKind.SIP : found)
            .orElseThrow(() -> new InvalidRequestException("phonebook.block.what"));
    String normalised =
        Address.normalise(kind, text, region)
            .orElseThrow(() -> new InvalidRequestException("phonebook.block.what"));
    if (blocks.address(me.id(), kind, normalised).isEmpty()) {
      room(me);
      blocks.save(new Block(me.id(), null, kind, normalised, clock.instant()));
    }
  }

  /** Hears of somebody again. */
  public void unblock(SignedIn me, long id) {
    Block block = blocks.find(me.id(), id).orElseThrow(NotFoundException::new);
    blocks.remove(block);
    if (block.personId() != null) {
      circles.forEach(circle -> circle.blocksChanged(me.id()));
    }
    push.tell(me.id(), PhonebookService.EVENT, Map.of("what", "block"));
  }

  private void room(SignedIn me) {
    if (blocks.count(me.id()) >= MOST) {
      throw new InvalidRequestException("phonebook.block.full", MOST);
    }
  }
}
