package org.parley.phone;

import org.parley.account.ClosingListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets where somebody whose account is closed was registered. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RegistrationClosing implements ClosingListener {
  private final SipRegistrationDao registrations;

  RegistrationClosing(SipRegistrationDao registrations) {
    this.registrations = registrations;
  }

  @Override
  public void closing(long accountId) {
    registrations.removeAllOf(accountId);
  }
}
