package org.parley.phonebook;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.ImppType;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Impp;
import ezvcard.property.Note;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads vCards (2.1, 3.0 and 4.0), one after the other. */
final class VcardFile {
  private VcardFile() {}

  /**
   * Reads all cards of {@code text}.
   *
   * @param cards takes each card, and says whether to go on
   * @param problems takes what will not do
   */
  static void read(
      long owner,
      String text,
      @Nullable String region,
      Predicate<Card> cards,
      Consumer<CardProblem> problems) {
    try (VCardReader reader = new VCardReader(new StringReader(text))) {
      int number = 0;
      for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
        number++;
        CardBuilder builder = new CardBuilder(owner, number, region, problems);
        fill(builder, card);
        java.util.Optional<Card> read = builder.build();
        if (read.isPresent() && !cards.test(read.get())) {
          return;
        }
      }
      if (number == 0) {
        problems.accept(new CardProblem(1, "phonebook.import.problem.vcard", ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(CardBuilder builder, VCard card) {
    if (card.getFormattedName() != null) {
      builder.name(card.getFormattedName().getValue());
    }
    StructuredName name = card.getStructuredName();
    if (name != null) {
      builder.first(name.getGiven());
      name.getAdditionalNames().forEach(builder::first);
      builder.last(name.getFamily());
    }
    if (card.getOrganization() != null) {
      builder.organisation(
          card.getOrganization().getValues().stream()
              .filter(part -> part != null && !part.isBlank())
              .collect(Collectors.joining(", ")));
    }
    for (Title title : card.getTitles()) {
      builder.job(title.getValue());
    }
    for (Note note : card.getNotes()) {
      builder.notes(note.getValue());
    }
    for (Telephone phone : card.getTelephoneNumbers()) {
      String number =
          phone.getText() != null
              ? phone.getText()
              : phone.getUri() == null ? null : phone.getUri().getNumber();
      builder.address(AddressKind.TEL, number, label(phone.getTypes()));
    }
    for (Impp impp : card.getImpps()) {
      URI uri = impp.getUri();
      if (uri != null && ("sip".equals(uri.getScheme()) || "sips".equals(uri.getScheme()))) {
        builder.address(
            AddressKind.SIP,
            uri.getScheme() + ":" + uri.getSchemeSpecificPart(),
            impp.getTypes().contains(ImppType.WORK) ? "work" : null);
      }
    }
    for (RawProperty raw : card.getExtendedProperties()) {
      if (raw.getPropertyName().toUpperCase(Locale.ROOT).equals("X-SIP")) {
        builder.address(AddressKind.SIP, raw.getValue(), null);
      }
      if (raw.getPropertyName().toUpperCase(Locale.ROOT).equals("X-PARLEY-FAVOURITE")) {
        builder.favourite("1".equals(raw.getValue()));
      }
    }
    for (Email email : card.getEmails()) {
      builder.address(AddressKind.EMAIL, email.getValue(), label(email.getTypes()));
    }
    for (Categories categories : card.getCategoriesList()) {
      categories.getValues().forEach(builder::group);
    }
  }

  private static @Nullable String label(List<? extends ezvcard.parameter.VCardParameter> types) {
    String label =
        types.stream()
            .map(type -> type.getValue().toLowerCase(Locale.ROOT))
            .filter(type -> !type.equals("pref") && !type.equals("internet"))
            .collect(Collectors.joining(", "));
    return label.isEmpty() ? null : label;
  }
}
