package org.parley.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of the portal's mails. */
@Controller
@RequestMapping("/admin/mail")
class MailController {
  private final MailPage page;
  private final MailTrial trial;

  MailController(MailPage page, MailTrial trial) {
    this.page = page;
    this.trial = trial;
  }

  @GetMapping
  String show(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "state", defaultValue = "failed") String state,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      HttpServletRequest request,
      Model model) {
    return page.show(me, MailPage.list(state), before, ReaderTime.of(request), model);
  }

  @PostMapping("/{id}/retry")
  String retry(@CurrentAccount SignedIn me, @PathVariable("id") long id, RedirectAttributes after) {
    trial.retry(me, id);
    after.addFlashAttribute("saved", "mails.retried");
    return "redirect:/admin/mail?state=waiting";
  }

  @PostMapping("/{id}/discard")
  String discard(
      @CurrentAccount SignedIn me,
      @PathVariable("id") long id,
      @RequestParam(name = "state", defaultValue = "failed") String state,
      RedirectAttributes after) {
    trial.discard(me, id);
    after.addFlashAttribute("saved", "mails.discarded");
    return "redirect:/admin/mail?state=" + MailPage.word(MailPage.list(state));
  }
}
