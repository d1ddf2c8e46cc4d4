package org.parley.profile;

import org.parley.account.ClosingListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes what somebody told of themselves once their account is closed. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ProfileClosing implements ClosingListener {
  private final ProfileClosingDao profiles;

  ProfileClosing(ProfileClosingDao profiles) {
    this.profiles = profiles;
  }

  @Override
  public void closing(long accountId) {
    profiles.removeAllOf(accountId);
  }
}
