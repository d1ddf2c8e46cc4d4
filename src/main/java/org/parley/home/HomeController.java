package org.parley.home;

import org.parley.account.CurrentAccount;
import org.parley.account.People;
import org.parley.account.SignedIn;
import org.parley.common.DeviceId;
import org.parley.common.Page;
import org.parley.history.HistoryService;
import org.parley.messages.MessageService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The first page: recent conversations and calls, and who is around. */
@Controller
class HomeController {
  private static final int RECENT = 6;
  private static final int AROUND = 24;

  private final MessageService messages;
  private final HistoryService history;
  private final People people;

  HomeController(MessageService messages, HistoryService history, People people) {
    this.messages = messages;
    this.history = history;
    this.people = people;
  }

  @GetMapping("/")
  String home(
      @CurrentAccount SignedIn me,
      @RequestAttribute(DeviceId.ATTRIBUTE) String device,
      Model model) {
    model.addAttribute("conversations", messages.conversations(me, Page.Key.START, RECENT).items());
    model.addAttribute(
        "calls",
        history.page(me, device, HistoryService.Filter.NONE, Page.Key.START, RECENT).items());
    model.addAttribute("people", people.search(me, "", "", AROUND));
    return "home/home";
  }
}
