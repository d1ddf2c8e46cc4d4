package org.parley.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountAdministration;
import org.parley.account.AccountStatus;
import org.parley.account.CurrentAccount;
import org.parley.account.Directory;
import org.parley.account.EmailTakenException;
import org.parley.account.Invitations;
import org.parley.account.ReaderTime;
import org.parley.account.Role;
import org.parley.account.SignedIn;
import org.parley.account.UsernameTakenException;
import org.parley.common.InvalidRequestException;
import org.parley.common.Languages;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All people: looking for them, making accounts for them. */
@Controller
@RequestMapping("/admin/people")
class PeopleController {
  private static final int ROWS = 50;
  private static final int LONGEST_QUESTION = 200;

  private final Directory directory;
  private final AccountAdministration administration;
  private final Invitations invitations;
  private final Settings settings;

  PeopleController(
      Directory directory,
      AccountAdministration administration,
      Invitations invitations,
      Settings settings) {
    this.directory = directory;
    this.administration = administration;
    this.invitations = invitations;
    this.settings = settings;
  }

  /** A person as the list shows them. */
  public record Row(Directory.Entry entry, @Nullable String lastSignIn) {}

  @GetMapping
  String list(
      @RequestParam(name = "q", defaultValue = "") String question,
      @RequestParam(name = "status", defaultValue = "") String status,
      @RequestParam(name = "role", defaultValue = "") String role,
      @RequestParam(name = "after", defaultValue = "") String after,
      HttpServletRequest request,
      Model model) {
    if (question.length() > LONGEST_QUESTION) {
      throw new InvalidRequestException("problem.long");
    }
    ReaderTime reader = ReaderTime.of(request);
    Page<Directory.Entry> page =
        directory.find(
            question, choice(AccountStatus.class, status), choice(Role.class, role), after, ROWS);
    model.addAttribute(
        "people",
        page.map(
            entry ->
                new Row(
                    entry,
                    entry.lastSignInAt() == null ? null : reader.day(entry.lastSignInAt()))));
    model.addAttribute("q", question);
    model.addAttribute("status", status);
    model.addAttribute("role", role);
    model.addAttribute("statuses", names(AccountStatus.values()));
    model.addAttribute("roles", names(Role.values()));
    return "admin/people";
  }

  @ModelAttribute("languages")
  List<Locale> languages() {
    return Languages.ALL;
  }

  @GetMapping("/new")
  String form(Model model) {
    model.addAttribute(
        "form",
        new PersonForm("", "", "", "EMPLOYEE", "invite", settings.language().getLanguage()));
    return "admin/person-new";
  }

  @PostMapping
  String make(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("form") PersonForm form,
      BindingResult errors,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (form.isInvitation() && (form.email() == null || form.email().isBlank())) {
      errors.rejectValue("email", "admin.people.email.missing");
    }
    if (!errors.hasErrors()) {
      try {
        if (form.isInvitation()) {
          invitations.invite(me, form.person());
          after.addFlashAttribute("saved", "admin.people.invited");
        } else {
          // Shown with this one answer: after a redirect it would have to be kept somewhere.
          model.addAttribute("password", administration.create(me, form.person()).reveal());
          model.addAttribute("person", form.person());
          return "admin/person-made";
        }
        return "redirect:/admin/people/" + form.person().username();
      } catch (UsernameTakenException e) {
        errors.rejectValue("username", "account.username.taken");
      } catch (EmailTakenException e) {
        errors.rejectValue("email", "admin.import.error.emailKnown");
      }
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return "admin/person-new";
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
    if (name.isEmpty()) {
      return null;
    }
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException("problem.choice", name);
    }
  }
}
