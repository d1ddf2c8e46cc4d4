package org.parley.phonebook;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Email;
import ezvcard.property.Impp;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Contacts as vCards: version 4.0 (RFC 6350), or 3.0 (RFC 2426) for what is older. */
final class VcardWriting implements CardWriting {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,19}");

  private final VCardVersion version;

  VcardWriting(boolean isNew) {
    this.version = isNew ? VCardVersion.V4_0 : VCardVersion.V3_0;
  }

  @Override
  public void begin(Writer out) {
    // Nothing stands before cards.
  }

  @Override
  public void write(Writer out, ExportService.Entry entry) throws IOException {
    VCard card = new VCard();
    card.setFormattedName(entry.name());
    StructuredName name = new StructuredName();
    int space = entry.name().lastIndexOf(' ');
    name.setGiven(space < 0 ? entry.name() : entry.name().substring(0, space));
    name.setFamily(space < 0 ? "" : entry.name().substring(space + 1));
    card.setStructuredName(name);
    if (entry.organisation() != null) {
      card.setOrganization(entry.organisation());
    }
    if (entry.job() != null) {
      card.addTitle(entry.job());
    }
    if (entry.notes() != null) {
      card.addNote(entry.notes());
    }
    if (!entry.groups().isEmpty()) {
      card.setCategories(entry.groups().toArray(String[]::new));
    }
    if (entry.favourite()) {
      card.addExtendedProperty("X-PARLEY-FAVOURITE", "1");
    }
    entry.addresses().forEach(address -> add(card, address));
    StringWriter text = new StringWriter();
    try (VCardWriter writer = new VCardWriter(text, version)) {
      writer.setAddProdId(false);
      writer.write(card);
    }
    out.write(text.toString());
  }

  private static void add(VCard card, ExportService.Reach address) {
    String label = address.label() == null ? "" : address.label().toLowerCase(Locale.ROOT);
    boolean isType = TYPE.matcher(label).matches();
    switch (address.kind()) {
      case TEL -> {
        Telephone phone = new Telephone(address.value());
        if (isType) {
          phone.getTypes().add(TelephoneType.get(label));
        }
        card.addTelephoneNumber(phone);
      }
      case EMAIL -> {
        Email email = new Email(address.value());
        if (isType) {
          email.getTypes().add(EmailType.get(label));
        }
        card.addEmail(email);
      }
      case SIP -> {
        String value = address.value();
        card.addImpp(
            new Impp(value.toLowerCase(Locale.ROOT).startsWith("sip") ? value : "sip:" + value));
      }
    }
  }
}
