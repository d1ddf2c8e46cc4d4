package org.parley.phonebook;

import org.parley.account.ClosingListener;
import org.parley.account.NameListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps phonebooks true when colleagues are called something else, or are gone. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PhonebookPeople implements NameListener, ClosingListener {
  private final PhonebookService phonebook;

  PhonebookPeople(PhonebookService phonebook) {
    this.phonebook = phonebook;
  }

  @Override
  public void called(long accountId, String name) {
    phonebook.renamed(accountId, name);
  }

  @Override
  public void closing(long accountId) {
    phonebook.forget(accountId);
  }
}
