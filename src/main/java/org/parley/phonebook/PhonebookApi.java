package org.parley.phonebook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own phonebook for scripts. */
@RestController
@RequestMapping("/api/phonebook")
class PhonebookApi {
  private static final int LONGEST_QUERY = 120;
  private static final int LONGEST_ADDRESS = 320;

  private final PhonebookService phonebook;
  private final GroupService groups;
  private final BlockService blocks;

  PhonebookApi(PhonebookService phonebook, GroupService groups, BlockService blocks) {
    this.phonebook = phonebook;
    this.groups = groups;
    this.blocks = blocks;
  }

  /** A page of contacts, with the first of which come the groups. */
  record Listing(
      List<PhonebookService.Row> contacts,
      @Nullable String next,
      @Nullable List<PhonebookService.Group> groups) {}

  /** Whom to add: a colleague's user. */
  record PersonForm(@Nullable String user) {}

  /** Whether somebody is a favourite. */
  record FavouriteForm(@Nullable Boolean favourite) {}

  /** Whom to block: a colleague's user, or an address. */
  record BlockForm(@Nullable String who) {}

  /** How one stands to somebody: the contact and the block, where there are such. */
  record State(@Nullable Long contact, @Nullable Long block) {}

  @GetMapping
  Listing list(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "group", required = false) @Nullable Long group,
      @RequestParam(name = "favourites", defaultValue = "false") boolean favourites,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    if (text.length() > LONGEST_QUERY) {
      throw new InvalidRequestException("problem.long");
    }
    int most = Math.max(1, Math.min(limit, PhonebookService.MOST_AT_ONCE));
    Page<PhonebookService.Row> page =
        phonebook.list(me, new PhonebookService.Question(text, group, favourites), after, most);
    return new Listing(page.items(), page.next(), after.isEmpty() ? groups.all(me) : null);
  }

  @GetMapping("/{id}")
  PhonebookService.View get(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    return phonebook.get(me, id);
  }

  @GetMapping("/state")
  State state(@CurrentAccount SignedIn me, @RequestParam(name = "who") String who) {
    if (who.length() > LONGEST_ADDRESS) {
      throw new InvalidRequestException("problem.long");
    }
    return new State(phonebook.idOf(me, who), blocks.idOf(me, who));
  }

  @PostMapping
  PhonebookService.Added add(@CurrentAccount SignedIn me, @RequestBody PersonForm form) {
    return phonebook.addPerson(me, required(form.user()));
  }

  @PostMapping("/{id}/favourite")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void prefer(
      @CurrentAccount SignedIn me, @PathVariable("id") long id, @RequestBody FavouriteForm form) {
    phonebook.prefer(me, id, Boolean.TRUE.equals(form.favourite()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    phonebook.remove(me, id);
  }

  @PostMapping("/blocks")
  State block(
      @CurrentAccount SignedIn me, @RequestBody BlockForm form, HttpServletRequest request) {
    String who = required(form.who());
    blocks.block(me, who, PhonebookController.region(request));
    return state(me, who);
  }

  @DeleteMapping("/blocks/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unblock(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    blocks.unblock(me, id);
  }

  private static String required(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_ADDRESS) {
      throw new InvalidRequestException("phonebook.whom");
    }
    return text;
  }
}
