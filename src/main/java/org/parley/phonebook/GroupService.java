package org.parley.phonebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.NotFoundException;
import org.parley.push.PushService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups into which a person sorts their contacts. */
@Service
@Transactional
class GroupService {
  /** As many groups as a phonebook has. */
  static final int MOST = 200;

  private final GroupDao groups;
  private final PushService push;

  GroupService(GroupDao groups, PushService push) {
    this.groups = groups;
    this.push = push;
  }

  /** My groups by name. */
  @Transactional(readOnly = true)
  public List<PhonebookService.Group> all(SignedIn me) {
    return groups.all(me.id(), MOST);
  }

  /**
   * Makes a group; one of this name that is there already stays what it is.
   *
   * @return its identifier
   */
  public long add(SignedIn me, String name) {
    Optional<ContactGroup> there = groups.findByName(me.id(), name.strip());
    if (there.isPresent()) {
      return there.get().id();
    }
    if (groups.count(me.id()) >= MOST) {
      throw new InvalidRequestException("phonebook.groups.full", MOST);
    }
    ContactGroup group = new ContactGroup(me.id(), name.strip());
    groups.save(group);
    tell(me.id(), group.id());
    return group.id();
  }

  /** Does nothing where the group is mine; not found where it is not. */
  @Transactional(readOnly = true)
  public void require(SignedIn me, long id) {
    if (groups.find(me.id(), id).isEmpty()) {
      throw new NotFoundException();
    }
  }

  /**
   * Gives a group another name.
   *
   * @return whether the name was free; nothing changes where it was not
   */
  public boolean rename(SignedIn me, long id, String name) {
    ContactGroup group = groups.find(me.id(), id).orElseThrow(NotFoundException::new);
    Optional<ContactGroup> there = groups.findByName(me.id(), name.strip());
    if (there.isPresent() && there.get().id() != id) {
      return false;
    }
    group.call(name.strip());
    tell(me.id(), id);
    return true;
  }

  /** Removes a group; those in it stay in the phonebook. */
  public void remove(SignedIn me, long id) {
    groups.remove(groups.find(me.id(), id).orElseThrow(NotFoundException::new));
    tell(me.id(), id);
  }

  private void tell(long owner, long id) {
    push.tell(owner, PhonebookService.EVENT, Map.of("what", "group", "id", id));
  }
}
