package org.parley.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.parley.account.AccountAdministration.NewPerson;
import org.parley.account.CurrentAccount;
import org.parley.account.EmailTakenException;
import org.parley.account.Invitations;
import org.parley.account.SignedIn;
import org.parley.account.UsernameTakenException;
import org.parley.common.InvalidRequestException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting many people with a table, after a preview that tells what is wrong in which line. */
@Controller
@RequestMapping("/admin/people/import")
class ImportController {
  private static final int LONGEST = 256 * 1024;
  private static final String VIEW = "admin/import";

  private final Invitations invitations;

  ImportController(Invitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping
  String form() {
    return VIEW;
  }

  @PostMapping
  String preview(
      @RequestParam(name = "csv", defaultValue = "") String csv,
      HttpServletResponse response,
      Model model) {
    return preview(csv, read(csv), response, model);
  }

  @PostMapping("/send")
  String send(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "csv", defaultValue = "") String csv,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    InvitationTable table = read(csv);
    List<NewPerson> people = table.fine();
    if (people.isEmpty()) {
      return preview(csv, table, response, model);
    }
    try {
      invitations.inviteAll(me, people);
    } catch (UsernameTakenException | EmailTakenException e) {
      // Somebody was quicker: the preview says in which line.
      return preview(csv, read(csv), response, model);
    }
    after.addFlashAttribute("sent", people.size());
    return "redirect:/admin/people/import";
  }

  private InvitationTable read(String csv) {
    if (csv.length() > LONGEST) {
      throw new InvalidRequestException("problem.long");
    }
    return InvitationTable.read(csv, invitations::takenNames, invitations::knownEmails);
  }

  private static String preview(
      String csv, InvitationTable table, HttpServletResponse response, Model model) {
    int fine = table.fine().size();
    if (fine < table.rows().size() || table.problem() != null) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    }
    model.addAttribute("csv", csv);
    model.addAttribute("table", table);
    model.addAttribute("fine", fine);
    model.addAttribute("wrong", table.rows().size() - fine);
    return VIEW;
  }
}
