package org.parley.push;

import java.util.Map;
import org.parley.account.SipNameListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells open pages that their owner has another SIP name: their phone has to register anew. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PushNames implements SipNameListener {
  private final PushService push;

  PushNames(PushService push) {
    this.push = push;
  }

  @Override
  public void renamed(long accountId, String before, String after) {
    push.tell(accountId, "account", Map.of("user", after));
  }
}
