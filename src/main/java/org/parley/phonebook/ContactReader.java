package org.parley.phonebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.account.SignedIn;
import org.springframework.validation.Errors;

/** Checks what an owner wrote of a contact. */
final class ContactReader {
  /** Addresses that one contact has at the most. */
  static final int MOST = 20;

  private ContactReader() {}

  /**
   * The details in {@code form}; what is wrong with them is added to {@code errors}.
   *
   * @param isColleague whether the contact has a name by itself
   * @param region where a number without country code belongs
   */
  static ContactDetails read(
      SignedIn me, ContactForm form, boolean isColleague, @Nullable String region, Errors errors) {
    List<Address> addresses = addresses(me, form, region, errors);
    String name = text(form.name());
    if (name == null && !isColleague && !errors.hasFieldErrors("name")) {
      errors.rejectValue("name", "account.name.missing");
    }
    Set<Long> groups = new HashSet<>();
    for (Long group : form.groups() == null ? List.<Long>of() : form.groups()) {
      if (group != null) {
        groups.add(group);
      }
    }
    return new ContactDetails(
        name == null ? "" : name,
        text(form.organisation()),
        text(form.job()),
        text(form.notes()),
        Boolean.TRUE.equals(form.favourite()),
        addresses,
        groups);
  }

  private static List<Address> addresses(
      SignedIn me, ContactForm form, @Nullable String region, Errors errors) {
    List<Address> addresses = new ArrayList<>();
    List<String> values = form.values() == null ? List.of() : form.values();
    for (int line = 0; line < values.size(); line++) {
      String typed = values.get(line);
      if (typed == null || typed.isBlank()) {
        continue;
      }
      Optional<Address> address =
          Address.read(me.id(), kind(form, line), typed, at(form.labels(), line), region);
      if (address.isEmpty()) {
        errors.rejectValue("values", "phonebook.address.wrong", new Object[] {typed}, "");
      } else if (addresses.stream().noneMatch(other -> same(other, address.get()))) {
        addresses.add(address.get());
      }
    }
    if (addresses.size() > MOST) {
      errors.rejectValue("values", "phonebook.address.many", new Object[] {MOST}, "");
    }
    return addresses;
  }

  private static AddressKind kind(ContactForm form, int line) {
    String kind = at(form.kinds(), line);
    for (AddressKind one : AddressKind.values()) {
      if (one.name().equals(kind)) {
        return one;
      }
    }
    return AddressKind.TEL;
  }

  private static boolean same(Address one, Address other) {
    return one.kind() == other.kind() && one.normalised().equals(other.normalised());
  }

  private static @Nullable String at(@Nullable List<String> lines, int line) {
    return lines == null || line >= lines.size() ? null : lines.get(line);
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
