package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.parley.flows.pages.DirectoryPage;
import org.parley.flows.pages.Palette;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;

/** Somebody is found with the keyboard alone, and called or written to from there. */
class DirectoryFlow {
  @RegisterExtension static final People people = new People();

  @Test
  void somebodyIsFoundInSpiteOfAMistakeAndCalledWithoutTheMouse() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    DirectoryPage directory = new DirectoryPage(alice.browser()).open();
    directory.find("ake", "bob").find("bob bakre", "bob");
    alice.awaitReady();
    directory.press(Keys.chord(Keys.SHIFT, Keys.ENTER));
    bob.phone().awaitIncoming();
    bob.phone().answer();
    alice.phone().awaitState("in-call");

    // The palette lies over a call and leaves it alone.
    Palette palette = new Palette(alice.browser());
    palette.open().find("hist", "History").press(Keys.ENTER);
    alice.shell().awaitSection("history", "/history");
    palette.open().find("bob", "Bob Baker").press(Keys.ENTER);
    alice.shell().awaitSection("messages", "/messages/bob");
    assertThat(alice.phone().state()).isEqualTo("in-call");
    alice.phone().hangUp();
    alice.phone().awaitState("ready");
    bob.phone().awaitState("ready");
  }

  @Test
  void aNumberThatIsHandedOverStandsInTheFieldAndCallsNobody() {
    Person alice = people.at("alice");
    alice.browser().open("/?dial=tel%3A%2B49-30-1234567");
    await("the number in the field")
        .until(() -> "+49301234567".equals(alice.browser().value("#dial-address")));
    await("its button").until(alice.shell()::mayCall);
    alice.awaitReady();
    assertThat(alice.browser().path()).isEqualTo("/");
  }
}
