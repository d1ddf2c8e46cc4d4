package org.parley.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.account.AccountAdministration;
import org.parley.account.AccountStatus;
import org.parley.account.CurrentAccount;
import org.parley.account.Directory;
import org.parley.account.Invitations;
import org.parley.account.LastAdministratorException;
import org.parley.account.ReaderTime;
import org.parley.account.Role;
import org.parley.account.SignedIn;
import org.parley.common.NotFoundException;
import org.parley.factor.SecondFactors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person, and what an administrator may do with their account. */
@Controller
@RequestMapping("/admin/people/{user}")
class PersonController {
  private final Directory directory;
  private final AccountAdministration administration;
  private final Invitations invitations;
  private final SecondFactors factors;

  PersonController(
      Directory directory,
      AccountAdministration administration,
      Invitations invitations,
      SecondFactors factors) {
    this.directory = directory;
    this.administration = administration;
    this.invitations = invitations;
    this.factors = factors;
  }

  @GetMapping
  String show(@PathVariable("user") String user, HttpServletRequest request, Model model) {
    Directory.Entry entry = directory.get(user).orElseThrow(NotFoundException::new);
    ReaderTime reader = ReaderTime.of(request);
    model.addAttribute("person", entry);
    model.addAttribute("hasFactor", factors.isOn(entry.id()));
    model.addAttribute("factorDemanded", factors.isDemanded(entry.id()));
    model.addAttribute("created", reader.moment(entry.createdAt()));
    if (entry.lastSignInAt() != null) {
      model.addAttribute("lastSignIn", reader.moment(entry.lastSignInAt()));
    }
    return "admin/person";
  }

  @PostMapping("/approve")
  String approve(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "approved", after, () -> administration.approve(me, user));
  }

  @PostMapping("/disable")
  String disable(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "disabled", after, () -> administration.disable(me, user));
  }

  @PostMapping("/enable")
  String enable(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "enabled", after, () -> administration.enable(me, user));
  }

  @PostMapping("/role")
  String role(
      @CurrentAccount SignedIn me,
      @PathVariable("user") String user,
      @RequestParam(name = "role", defaultValue = "EMPLOYEE") String role,
      RedirectAttributes after) {
    Role next = role.equals(Role.ADMIN.name()) ? Role.ADMIN : Role.EMPLOYEE;
    return after(user, "role.saved", after, () -> administration.changeRole(me, user, next));
  }

  @PostMapping("/sign-out")
  String signOut(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "signed-out", after, () -> administration.signOutEverywhere(me, user));
  }

  @PostMapping("/invite")
  String inviteAgain(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "invited", after, () -> invitations.inviteAgain(me, user));
  }

  @PostMapping("/reset-factor")
  String resetFactor(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "factor-reset", after, () -> factors.reset(me, find(user)));
  }

  @PostMapping("/demand-factor")
  String demandFactor(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "factor-demanded", after, () -> factors.demand(me, find(user), true));
  }

  @PostMapping("/leave-factor")
  String leaveFactor(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    return after(user, "factor-left", after, () -> factors.demand(me, find(user), false));
  }

  private Directory.Entry find(String user) {
    return directory
        .get(user)
        .filter(entry -> entry.status() != AccountStatus.DELETED)
        .orElseThrow(NotFoundException::new);
  }

  @PostMapping("/delete")
  String delete(
      @CurrentAccount SignedIn me, @PathVariable("user") String user, RedirectAttributes after) {
    String next = after(user, "deleted", after, () -> administration.delete(me, user));
    // There is nobody by that name any more.
    return after.getFlashAttributes().containsKey("problem") ? next : "redirect:/admin/people";
  }

  private String after(String user, String done, RedirectAttributes after, Runnable act) {
    try {
      act.run();
      after.addFlashAttribute("saved", "admin.people." + done);
    } catch (LastAdministratorException e) {
      after.addFlashAttribute("problem", "admin.people.last");
    } catch (ConcurrencyFailureException e) {
      after.addFlashAttribute("problem", "admin.people.busy");
    } catch (NotFoundException e) {
      // Whoever is shown on this page was there: another administrator was quicker.
      after.addFlashAttribute("problem", "admin.people.changed");
      boolean isThere = directory.get(user).isPresent();
      return isThere ? "redirect:/admin/people/" + user : "redirect:/admin/people";
    }
    return "redirect:/admin/people/" + user;
  }
}
