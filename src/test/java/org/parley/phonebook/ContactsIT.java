package org.parley.phonebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.testing.DatabaseTest;
import org.parley.testing.Reads;
import org.parley.testing.TestPeople;
import org.parley.testing.TestPhonebook;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ContactsIT {
  @Autowired private Contacts contacts;
  @Autowired private TestPeople people;
  @Autowired private TestPhonebook phonebook;
  @Autowired private Reads reads;

  @Test
  void aPersonIsInThePhonebookOfWhoeverPutThemThereAndNotTheOtherWayRound() {
    SignedIn anna = people.employee("anna");
    SignedIn ben = people.employee("ben");
    SignedIn cleo = people.employee("cleo");
    phonebook.add(anna, ben);
    assertThat(contacts.has(anna.id(), ben.id())).isTrue();
    assertThat(contacts.has(ben.id(), anna.id())).isFalse();
    assertThat(contacts.ownersHaving(List.of(anna.id(), cleo.id()), ben.id()))
        .containsExactly(anna.id());
    assertThat(contacts.hasAmong(anna.id(), List.of(ben.id(), cleo.id())))
        .containsExactly(ben.id());
  }

  @Test
  void aBlockIsOfOneOwnerAlone() {
    SignedIn anna = people.employee("anna");
    SignedIn ben = people.employee("ben");
    SignedIn cleo = people.employee("cleo");
    phonebook.block(anna, ben);
    assertThat(contacts.blocks(anna.id(), ben.id())).isTrue();
    assertThat(contacts.blocks(ben.id(), anna.id())).isFalse();
    assertThat(contacts.ownersBlocking(List.of(anna.id(), cleo.id()), ben.id()))
        .containsExactly(anna.id());
    assertThat(contacts.blocksAmong(anna.id(), List.of(ben.id(), cleo.id())))
        .containsExactly(ben.id());
    Contacts.Pair blocked = new Contacts.Pair(anna.id(), ben.id());
    assertThat(contacts.blocked(List.of(blocked, new Contacts.Pair(ben.id(), anna.id()))))
        .containsExactly(blocked);
  }

  @Test
  void nobodyIsAskedForInVain() {
    assertThat(contacts.ownersHaving(List.of(), 1)).isEmpty();
    assertThat(contacts.blocked(List.of())).isEmpty();
  }

  @Test
  void oneQueryAnswersForManyPeople() {
    SignedIn anna = people.employee("anna");
    SignedIn ben = people.employee("ben");
    SignedIn cleo = people.employee("cleo");
    long statements =
        reads.statementsDuring(
            () -> contacts.hasAmong(anna.id(), List.of(ben.id(), cleo.id(), anna.id())));
    assertThat(statements).isLessThanOrEqualTo(1);
  }
}
