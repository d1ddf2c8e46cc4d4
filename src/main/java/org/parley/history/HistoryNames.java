package org.parley.history;

import org.parley.account.SipNameListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the names in people's histories those by which somebody can be called. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class HistoryNames implements SipNameListener {
  private final CallRecordDao calls;

  HistoryNames(CallRecordDao calls) {
    this.calls = calls;
  }

  @Override
  public void renamed(long accountId, String before, String after) {
    calls.rename(accountId, before, after);
  }
}
