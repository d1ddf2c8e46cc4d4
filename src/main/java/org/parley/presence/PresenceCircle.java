package org.parley.presence;

import org.parley.account.ClosingListener;
import org.parley.account.SipNameListener;
import org.parley.phonebook.CircleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that others may see somebody than before, so that nodes and cores look again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PresenceCircle implements CircleListener, SipNameListener, ClosingListener {
  private final PresenceDao presences;

  PresenceCircle(PresenceDao presences) {
    this.presences = presences;
  }

  @Override
  public void contactsChanged(long owner) {
    presences.touchLimited(owner);
  }

  @Override
  public void blocksChanged(long owner) {
    presences.touch(owner);
  }

  /** The core knows people by name: all who have something to do with this one are read anew. */
  @Override
  public void renamed(long accountId, String before, String after) {
    presences.touch(accountId);
    presences.touchWhoeverKnows(accountId);
  }

  @Override
  public void closing(long accountId) {
    presences.forget(accountId);
  }
}
