package org.parley.push;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The event stream of an open browser (server-sent events, WHATWG HTML section 9.2). */
@RestController
class EventsController {
  private final PushHub hub;

  EventsController(PushHub hub) {
    this.hub = hub;
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @CurrentAccount SignedIn me,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    return hub.open(me, request.getSession().getId(), last);
  }
}
