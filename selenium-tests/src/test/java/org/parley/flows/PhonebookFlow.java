package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parley.flows.pages.PhonebookPage;
import org.parley.flows.people.People;

/** One's own phonebook, on two browsers at once. */
class PhonebookFlow {
  @RegisterExtension static final People people = new People();

  @Test
  void whatIsWrittenInOneBrowserAppearsInTheOther() {
    PhonebookPage here = new PhonebookPage(people.at("dave").browser());
    PhonebookPage there = new PhonebookPage(people.open("dave").browser());
    here.addFromTheirPage("bob");
    there.open();
    there.awaitListed("Bob Baker");

    // A name of its own, so that the flow may be repeated.
    String name = "Zoë " + UUID.randomUUID().toString().substring(0, 8);
    here.open();
    here.add(name, "+49 30 901820", "Met in Berlin.");
    assertThat(here.words()).contains("+49 30 901820", "Met in Berlin.");
    there.awaitListed(name);
    there.find(name.toUpperCase(java.util.Locale.ROOT).replace('Ë', 'E'));
    there.awaitNotListed("Bob Baker");
    there.choose(name);
    assertThat(there.words()).contains("Met in Berlin.");

    there.remove();
    here.awaitNotListed(name);
    there.open();
    there.choose("Bob Baker");
    there.remove();
    here.awaitNotListed("Bob Baker");
  }

  @Test
  void cardsOfAFileAreTakenOverAndTakenBack(@TempDir Path folder) throws IOException {
    PhonebookPage book = new PhonebookPage(people.at("dave").browser());
    String name = "Ada " + UUID.randomUUID().toString().substring(0, 8);
    String card =
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:%s\r\nTEL:+49 30 5550199\r\nEND:VCARD\r\n"
            .formatted(name);
    book.takeOver(Files.writeString(folder.resolve("cards.vcf"), card));
    String page = book.path();
    book.open();
    book.choose(name);
    assertThat(book.words()).contains("+49 30 5550199");

    book.backTo(page);
    book.undoTakingOver();
    book.open();
    book.awaitNotListed(name);
  }
}
