package org.parley.history;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.DeviceId;
import org.parley.common.InvalidRequestException;
import org.parley.common.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The call history, as a page and for scripts. */
@Controller
class HistoryController {
  private static final int USUAL = 50;

  private final HistoryService history;

  HistoryController(HistoryService history) {
    this.history = history;
  }

  /** A page of calls. */
  record Calls(List<CallView> calls, @Nullable String next) {}

  @GetMapping("/history")
  String show(
      @CurrentAccount SignedIn me,
      @RequestAttribute(DeviceId.ATTRIBUTE) String device,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "person", required = false) @Nullable String person,
      @RequestParam(name = "before", required = false) @Nullable String before,
      Model model) {
    Page<CallView> page =
        history.page(me, device, filter(kind, person), Page.Key.parse(before), USUAL);
    // Looking is what takes the number of missed calls off.
    history.markSeen(me);
    model.addAttribute("calls", page.items());
    model.addAttribute("next", page.next());
    model.addAttribute("kind", kind == null ? "" : kind);
    model.addAttribute("person", person == null ? "" : person);
    return "history/history";
  }

  @GetMapping("/api/history")
  @ResponseBody
  Calls list(
      @CurrentAccount SignedIn me,
      @RequestAttribute(DeviceId.ATTRIBUTE) String device,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "person", required = false) @Nullable String person,
      @RequestParam(name = "before", required = false) @Nullable String before,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
    Page<CallView> page =
        history.page(
            me, device, filter(kind, person), Page.Key.parse(before), Page.limit(limit, USUAL));
    return new Calls(page.items(), page.next());
  }

  /** A page that stays open while calls are missed says that they were looked at. */
  @PostMapping("/api/history/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(@CurrentAccount SignedIn me) {
    history.markSeen(me);
  }

  private static HistoryService.Filter filter(@Nullable String kind, @Nullable String person) {
    CallKind wanted =
        kind == null || kind.isEmpty()
            ? null
            : CallKind.of(kind)
                .orElseThrow(() -> new InvalidRequestException("problem.choice", kind));
    return new HistoryService.Filter(
        wanted,
        person == null || person.isBlank() ? null : person.strip().toLowerCase(Locale.ROOT));
  }
}
