package org.parley.account;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes accounts for good. The row stays, with nothing in it that tells who it was, so that the
 * history of others keeps pointing at somebody. Sessions end with this transaction, registrations
 * when the SIP core polls, within seconds.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AccountClosing {
  /** What the row itself says; people read it in their own language, see {@link ShownNames}. */
  static final String NEUTRAL_NAME = "Former colleague";

  private final FormerNameDao formerNames;
  private final ClosedNames closedNames;
  private final SipDeviceDao devices;
  private final SecretQuestionDao questions;
  private final OneTimeLinkDao links;
  private final Sessions sessions;
  private final AccountDao accounts;
  private final List<SipNameListener> renamed;
  private final List<ClosingListener> closing;
  private final Clock clock;

  AccountClosing(
      FormerNameDao formerNames,
      ClosedNames closedNames,
      SipDeviceDao devices,
      SecretQuestionDao questions,
      OneTimeLinkDao links,
      Sessions sessions,
      AccountDao accounts,
      List<SipNameListener> renamed,
      List<ClosingListener> closing,
      Clock clock) {
    this.formerNames = formerNames;
    this.closedNames = closedNames;
    this.devices = devices;
    this.questions = questions;
    this.links = links;
    this.sessions = sessions;
    this.accounts = accounts;
    this.renamed = renamed;
    this.closing = closing;
    this.clock = clock;
  }

  /** Closes {@code account}; whether anybody is left to administer is the caller's to ask. */
  void close(Account account) {
    Instant now = clock.instant();
    long id = account.id();
    String before = account.sipUser();
    String neutral = "former-" + id;
    closing.forEach(listener -> listener.closing(id));
    Set<String> names = new HashSet<>(Set.of(before));
    names.add(account.username());
    formerNames.of(id).forEach(former -> names.add(former.sipUser()));
    closedNames.keep(names, id);
    sessions.end(account.username());
    devices.inUse(id, DeviceService.MOST).forEach(device -> device.revoke(now));
    questions.remove(id);
    links.removeAllOf(id);
    formerNames.of(id).forEach(former -> former.silence(now));
    // By this the core learns that nobody has the name any more.
    formerNames.save(new FormerName(before, id, now, now));
    account.close(neutral, NEUTRAL_NAME, now);
    accounts.flush();
    renamed.forEach(listener -> listener.renamed(id, before, neutral));
  }
}
