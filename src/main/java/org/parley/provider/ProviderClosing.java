package org.parley.provider;

import org.parley.account.ClosingListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who somebody is elsewhere once their account here is closed. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ProviderClosing implements ClosingListener {
  private final ProviderLinkDao links;

  ProviderClosing(ProviderLinkDao links) {
    this.links = links;
  }

  @Override
  public void closing(long accountId) {
    links.of(accountId).forEach(links::remove);
  }
}
