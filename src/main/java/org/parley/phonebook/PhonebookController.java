package org.parley.phonebook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The phonebook's pages: the list with one contact beside it, and the form of a contact. */
@Controller
@RequestMapping("/phonebook")
class PhonebookController {
  private static final String LIST = "phonebook/phonebook";
  private static final String EDIT = "phonebook/edit";
  private static final int LINES = 3;

  private final PhonebookService phonebook;
  private final GroupService groups;

  PhonebookController(PhonebookService phonebook, GroupService groups) {
    this.phonebook = phonebook;
    this.groups = groups;
  }

  @GetMapping
  String list() {
    return LIST;
  }

  @GetMapping("/{id}")
  String one(@CurrentAccount SignedIn me, @PathVariable("id") long id, Model model) {
    model.addAttribute("contact", phonebook.get(me, id));
    return LIST;
  }

  /** An empty form, or one that begins with an address from elsewhere. */
  @GetMapping("/new")
  String begin(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "address", defaultValue = "") String address,
      @RequestParam(name = "name", defaultValue = "") String name,
      Model model) {
    String first = Address.cut(address.strip(), Address.LONGEST);
    String kind = Address.guess(first).orElse(AddressKind.TEL).name();
    List<PhonebookService.Reach> there =
        first.isEmpty() ? List.of() : List.of(new PhonebookService.Reach(kind, first, first, null));
    model.addAttribute(
        "contactForm", form(Address.cut(name, 120), null, null, null, false, there, Set.of()));
    return edit(me, null, model);
  }

  @PostMapping("/new")
  String add(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("contactForm") ContactForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ContactDetails details = ContactReader.read(me, form, false, region(request), errors);
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return edit(me, null, model);
    }
    return "redirect:/phonebook/" + phonebook.add(me, grouped(me, form, details)).id();
  }

  @GetMapping("/{id}/edit")
  String change(@CurrentAccount SignedIn me, @PathVariable("id") long id, Model model) {
    PhonebookService.View view = phonebook.get(me, id);
    PhonebookService.Row row = view.row();
    Set<Long> in = new HashSet<>();
    view.groups().forEach(group -> in.add(group.id()));
    model.addAttribute(
        "contactForm",
        form(
            row.name(),
            row.organisation(),
            row.job(),
            view.notes(),
            row.favourite(),
            view.addresses(),
            in));
    return edit(me, view, model);
  }

  @PostMapping("/{id}/edit")
  String save(
      @CurrentAccount SignedIn me,
      @PathVariable("id") long id,
      @Valid @ModelAttribute("contactForm") ContactForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    PhonebookService.View view = phonebook.get(me, id);
    boolean isColleague = view.row().user() != null;
    ContactDetails details = ContactReader.read(me, form, isColleague, region(request), errors);
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return edit(me, view, model);
    }
    phonebook.update(me, id, grouped(me, form, details));
    return "redirect:/phonebook/" + id;
  }

  private String edit(SignedIn me, PhonebookService.@Nullable View view, Model model) {
    model.addAttribute("contact", view);
    model.addAttribute("groups", groups.all(me));
    model.addAttribute("kinds", AddressKind.values());
    return EDIT;
  }

  /** The details with the group that the form asks to make. */
  private ContactDetails grouped(SignedIn me, ContactForm form, ContactDetails details) {
    String name = form.newGroup();
    if (name == null || name.isBlank()) {
      return details;
    }
    Set<Long> in = new HashSet<>(details.groups());
    in.add(groups.add(me, name));
    return new ContactDetails(
        details.name(),
        details.organisation(),
        details.job(),
        details.notes(),
        details.favourite(),
        details.addresses(),
        in);
  }

  private static ContactForm form(
      String name,
      @Nullable String organisation,
      @Nullable String job,
      @Nullable String notes,
      boolean favourite,
      List<PhonebookService.Reach> reach,
      Set<Long> in) {
    return new ContactForm(
        name,
        organisation,
        job,
        notes,
        favourite,
        lines(reach, PhonebookService.Reach::kind, AddressKind.TEL.name()),
        lines(reach, PhonebookService.Reach::value, ""),
        lines(reach, one -> one.label() == null ? "" : one.label(), ""),
        List.copyOf(in),
        "");
  }

  /** What there is, and room for more. */
  private static List<String> lines(
      List<PhonebookService.Reach> there,
      Function<PhonebookService.Reach, String> text,
      String more) {
    List<String> lines = new ArrayList<>(there.stream().map(text).toList());
    while (lines.size() < Math.min(ContactReader.MOST, Math.max(LINES, there.size() + 1))) {
      lines.add(more);
    }
    return lines;
  }

  /** Where a number without country code belongs. */
  static String region(HttpServletRequest request) {
    Locale locale = ReaderTime.of(request).locale();
    // A language without a country still says where most of those who speak it are.
    return locale.getCountry().isEmpty() && locale.getLanguage().equals("de")
        ? "DE"
        : locale.getCountry();
  }
}
