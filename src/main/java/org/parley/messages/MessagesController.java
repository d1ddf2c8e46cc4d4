package org.parley.messages;

import org.parley.account.CurrentAccount;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of conversations. */
@Controller
class MessagesController {
  private static final String VIEW = "messages/messages";
  private static final int CONVERSATIONS = 30;
  private static final int MESSAGES = 50;

  private final MessageService messages;
  private final People people;
  private final Settings settings;

  MessagesController(MessageService messages, People people, Settings settings) {
    this.messages = messages;
    this.people = people;
    this.settings = settings;
  }

  /**
   * Whom a conversation is with.
   *
   * @param user the user part of the address
   * @param name the name to show
   * @param address the address to call
   */
  public record Peer(String user, String name, String address) {}

  @GetMapping("/messages")
  ModelAndView list(@CurrentAccount SignedIn me) {
    return page(me);
  }

  @GetMapping("/messages/{user}")
  ModelAndView conversation(@CurrentAccount SignedIn me, @PathVariable("user") String user) {
    ModelAndView page = page(me);
    people
        .find(user)
        .ifPresentOrElse(
            person -> {
              page.addObject("peer", peer(person));
              page.addObject(
                  "messages",
                  messages.before(me, person.user(), Long.MAX_VALUE, MESSAGES).messages());
            },
            // The list stays usable; the page says that there is nobody of that name.
            () -> page.setStatus(HttpStatus.NOT_FOUND));
    return page;
  }

  private ModelAndView page(SignedIn me) {
    return new ModelAndView(
        VIEW, "conversations", messages.conversations(me, Page.Key.START, CONVERSATIONS).items());
  }

  private Peer peer(Person person) {
    return new Peer(person.user(), person.name(), "sip:" + person.user() + "@" + settings.domain());
  }
}
