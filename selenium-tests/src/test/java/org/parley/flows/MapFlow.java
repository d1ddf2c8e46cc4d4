package org.parley.flows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.pages.MapPage;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;

/** Where people are, as long as they say so. */
class MapFlow {
  @RegisterExtension static final People people = new People();

  @Test
  void whoSharesIsSeenWhereTheyAreAndNowhereOnceTheyStop() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    MapPage seen = new MapPage(alice.browser());
    MapPage mine = new MapPage(bob.browser());

    seen.open();
    mine.standAt(48.1391265, 11.5801863).open();
    try {
      mine.share("KILOMETRE", "ALL", "HOUR").awaitSign();
      seen.awaitPerson("bob", "within 1 km");
      seen.choose("bob").call();
      bob.phone().awaitIncoming();
      bob.phone().decline();
      alice.phone().awaitState("ready");
    } finally {
      mine.awaitSign().stop().awaitNoSign();
    }
    seen.awaitNobody("bob");
  }

  @Test
  void whoseBrowserRefusesTypesATown() {
    Person carol = people.at("carol");
    MapPage mine = new MapPage(carol.browser());

    mine.refuse().open().share("EXACT", "CONTACTS", "HOUR").awaitRefusal();
    mine.typeTown("muenchen").send().awaitSign().stop().awaitNoSign();
  }
}
