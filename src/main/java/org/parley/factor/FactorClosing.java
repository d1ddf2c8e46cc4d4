package org.parley.factor;

import org.parley.account.ClosingListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets the second factor of somebody whose account is closed. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class FactorClosing implements ClosingListener {
  private final FactorClosingDao factors;

  FactorClosing(FactorClosingDao factors) {
    this.factors = factors;
  }

  @Override
  public void closing(long accountId) {
    factors.removeAllOf(accountId);
  }
}
