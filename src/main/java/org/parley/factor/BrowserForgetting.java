package org.parley.factor;

import java.util.Optional;
import org.parley.account.PasswordListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** With another password, every browser has to show the second factor again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class BrowserForgetting implements PasswordListener {
  private final FactorDao factors;

  BrowserForgetting(FactorDao factors) {
    this.factors = factors;
  }

  @Override
  public void passwordChanged(long accountId) {
    factors.forget(accountId, Optional.empty());
  }
}
