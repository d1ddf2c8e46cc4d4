package org.parley.phonebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardFilesTest {
  private final List<Card> cards = new ArrayList<>();
  private final List<CardProblem> problems = new ArrayList<>();

  @Test
  void cardsOfTheThirdVersionAreRead() {
    vcard(
        """
        BEGIN:VCARD
        VERSION:3.0
        FN:Zoë Müller
        N:Müller;Zoë;;;
        ORG:Zoo;Cats
        TITLE:Vet
        TEL;TYPE=WORK,VOICE:+49 30 901820
        EMAIL;TYPE=INTERNET:Zoe@Example.org
        IMPP:sip:zoe@example.org
        CATEGORIES:Friends,Work
        NOTE:first line\\nsecond
        END:VCARD
        """);
    assertThat(problems).isEmpty();
    assertThat(cards).hasSize(1);
    Card card = cards.get(0);
    assertThat(card.name()).isEqualTo("Zoë Müller");
    assertThat(card.organisation()).isEqualTo("Zoo, Cats");
    assertThat(card.job()).isEqualTo("Vet");
    assertThat(card.notes()).isEqualTo("first line\nsecond");
    assertThat(card.groups()).containsExactly("Friends", "Work");
    assertThat(card.addresses())
        .extracting(Address::normalised)
        .containsExactly("+4930901820", "zoe@example.org", "zoe@example.org");
    assertThat(card.addresses().get(0).label()).isEqualTo("work, voice");
  }

  @Test
  void cardsOfTheFourthVersionAreReadAndWhatWillNotDoIsTold() {
    vcard(
        """
        BEGIN:VCARD
        VERSION:4.0
        FN:Ada
        TEL;VALUE=uri;TYPE="voice,home":tel:+49-30-901820
        EMAIL:not an address
        END:VCARD
        BEGIN:VCARD
        VERSION:4.0
        NOTE:nobody
        END:VCARD
        """);
    assertThat(cards).extracting(Card::name).containsExactly("Ada");
    assertThat(cards.get(0).addresses())
        .extracting(Address::normalised)
        .containsExactly("+4930901820");
    assertThat(problems)
        .containsExactly(
            new CardProblem(1, "phonebook.import.problem.address", "not an address"),
            new CardProblem(2, "phonebook.import.problem.nobody", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void theEncodingIsGuessed(String encoding) {
    String text = "Name;Telefon\r\nZoë Müller;030 901820\r\n";
    byte[] file = text.getBytes(Charset.forName(encoding));
    assertThat(Encodings.guess(file)).isEqualTo(encoding);
    assertThat(Encodings.decode(file, encoding)).isEqualTo(text);
  }

  @Test
  void aMarkOfTheEncodingIsNoPartOfTheText() {
    byte[] file = "\ufeffName".getBytes(StandardCharsets.UTF_8);
    assertThat(Encodings.guess(file)).isEqualTo("UTF-8");
    assertThat(Encodings.decode(file, "UTF-8")).isEqualTo("Name");
    byte[] wide = "\ufeffName".getBytes(StandardCharsets.UTF_16BE);
    assertThat(Encodings.guess(wide)).isEqualTo("UTF-16BE");
    assertThat(Encodings.decode(wide, "UTF-16BE")).isEqualTo("Name");
  }

  @Test
  void columnsAreKnownByTheirHeadings() {
    assertThat(List.of("Vorname", "Nachname", "Firma", "Telefon 1", "E-mail 1 - Value", "Quatsch"))
        .extracting(CsvField::guess)
        .containsExactly(
            CsvField.FIRST,
            CsvField.LAST,
            CsvField.ORGANISATION,
            CsvField.TEL,
            CsvField.EMAIL,
            CsvField.IGNORE);
    assertThat(CsvFile.delimiter("a;b;c,d\n1,2,3,4,5")).isEqualTo(';');
    assertThat(CsvFile.delimiter("a\tb\n")).isEqualTo('\t');
  }

  @Test
  void linesOfATableAreReadAndWrongOnesTold() {
    csv("first,last,phone\nZoë,Müller,030 901820\n,,\n\"x\",,\"call me\"\n");
    assertThat(cards).extracting(Card::name).containsExactly("Zoë Müller", "x");
    assertThat(cards.get(0).addresses().get(0).normalised()).isEqualTo("+4930901820");
    assertThat(problems)
        .containsExactly(
            new CardProblem(3, "phonebook.import.problem.nobody", ""),
            new CardProblem(4, "phonebook.import.problem.address", "call me"));
  }

  @Test
  void aTableThatBreaksOffSaysWhere() {
    csv("first,last,phone\nZoë,Müller,1234\n\"open,x,5\n");
    assertThat(cards).hasSize(1);
    assertThat(problems).extracting(CardProblem::reason).contains("phonebook.import.problem.table");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    ExportService.Entry entry =
        new ExportService.Entry(
            1,
            "=Zoë, \"Z\" Müller",
            "Zoo",
            "Vet",
            "two\nlines",
            true,
            List.of(
                new ExportService.Reach(AddressKind.TEL, "+49 30 901820", "work"),
                new ExportService.Reach(AddressKind.SIP, "zoe@example.org", null),
                new ExportService.Reach(AddressKind.EMAIL, "zoe@example.org", null)),
            List.of("Friends"));
    for (boolean isNew : new boolean[] {true, false}) {
      cards.clear();
      vcard(written(new VcardWriting(isNew), entry));
      isThatCard(cards.get(0));
    }
    cards.clear();
    String table = written(new CsvWriting(), entry);
    // Nothing begins as a formula does.
    assertThat(table).contains("\"'=Zoë").contains("\"'+49 30 901820\"");
    String text = Encodings.decode(table.getBytes(StandardCharsets.UTF_8), "UTF-8");
    CsvFile.read(
        1,
        text,
        ',',
        CsvFile.preview(text, ',', 1).get(0).stream().map(CsvField::guess).toList(),
        null,
        cards::add,
        problems::add);
    isThatCard(cards.get(0));
    assertThat(problems).isEmpty();
  }

  private static void isThatCard(Card card) {
    assertThat(card.name()).isEqualTo("=Zoë, \"Z\" Müller");
    assertThat(card.organisation()).isEqualTo("Zoo");
    assertThat(card.job()).isEqualTo("Vet");
    assertThat(card.notes()).isEqualTo("two\nlines");
    assertThat(card.favourite()).isTrue();
    assertThat(card.groups()).containsExactly("Friends");
    assertThat(card.addresses())
        .extracting(Address::normalised)
        .containsExactlyInAnyOrder("+4930901820", "zoe@example.org", "zoe@example.org");
  }

  @Test
  void whoIsKnownIsFoundByAddressThenByNumberThenByName() {
    Known known = new Known();
    known.name(1, "Zoë Müller");
    known.address(2, AddressKind.TEL, "+4930901820");
    csv("first,last,phone\nADA,,030 901820\nzoe,muller,030 901821\nNew,,\n");
    assertThat(cards).extracting(known::match).containsExactly(2L, 1L, null);
    ImportPlan plan = ImportPlan.of(cards, known, ContactImport.Duplicates.MERGE);
    assertThat(plan.skipped()).isEqualTo(1);
    assertThat(plan.merges()).containsOnlyKeys(1L);
    assertThat(plan.fresh()).extracting(Card::name).containsExactly("New");
    // The same file once more brings nothing.
    ImportPlan again = ImportPlan.of(cards, known, ContactImport.Duplicates.KEEP);
    assertThat(again.fresh()).isEmpty();
    assertThat(again.skipped()).isEqualTo(3);
  }

  private void vcard(String text) {
    VcardFile.read(1, text, "DE", cards::add, problems::add);
  }

  private void csv(String text) {
    CsvFile.read(
        1,
        text,
        ',',
        List.of(CsvField.FIRST, CsvField.LAST, CsvField.TEL),
        "DE",
        cards::add,
        problems::add);
  }

  private static String written(CardWriting how, ExportService.Entry entry) throws IOException {
    StringWriter out = new StringWriter();
    how.begin(out);
    how.write(out, entry);
    return out.toString();
  }
}
