package org.parley.phonebook;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of groups, and of who is blocked. */
@Controller
class GroupsController {
  private static final String GROUPS = "redirect:/phonebook/groups";
  private static final String BLOCKED = "redirect:/phonebook/blocked";
  private static final int BLOCKS = 50;

  private final GroupService groups;
  private final BlockService blocks;

  GroupsController(GroupService groups, BlockService blocks) {
    this.groups = groups;
    this.blocks = blocks;
  }

  @GetMapping("/phonebook/groups")
  String groups(@CurrentAccount SignedIn me, Model model) {
    model.addAttribute("groups", groups.all(me));
    return "phonebook/groups";
  }

  @PostMapping("/phonebook/groups")
  String add(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "name", defaultValue = "") String name,
      RedirectAttributes after) {
    if (isName(name, after)) {
      groups.add(me, name);
    }
    return GROUPS;
  }

  @PostMapping("/phonebook/groups/{id}")
  String rename(
      @CurrentAccount SignedIn me,
      @PathVariable("id") long id,
      @RequestParam(name = "name", defaultValue = "") String name,
      RedirectAttributes after) {
    groups.require(me, id);
    if (isName(name, after) && !groups.rename(me, id, name)) {
      after.addFlashAttribute("problem", "phonebook.group.taken");
    }
    return GROUPS;
  }

  @PostMapping("/phonebook/groups/{id}/remove")
  String remove(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    groups.remove(me, id);
    return GROUPS;
  }

  private static boolean isName(String name, RedirectAttributes after) {
    boolean good = !name.isBlank() && name.strip().length() <= ContactGroup.LONGEST;
    if (!good) {
      after.addFlashAttribute("problem", "phonebook.group.long");
    }
    return good;
  }

  @GetMapping("/phonebook/blocked")
  String blocked(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      Model model) {
    model.addAttribute("page", blocks.list(me, before == null ? Long.MAX_VALUE : before, BLOCKS));
    return "phonebook/blocked";
  }

  @PostMapping("/phonebook/blocked")
  String block(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "who", defaultValue = "") String who,
      HttpServletRequest request,
      RedirectAttributes after) {
    try {
      blocks.block(me, who, PhonebookController.region(request));
    } catch (InvalidRequestException e) {
      after.addFlashAttribute("problem", e.key());
      after.addFlashAttribute("who", who);
    }
    return BLOCKED;
  }

  @PostMapping("/phonebook/blocked/{id}/remove")
  String unblock(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    blocks.unblock(me, id);
    return BLOCKED;
  }
}
