package org.parley.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.common.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who did what to whom, when and from where. A line is written in the transaction of the act
 * itself: neither is there without the other.
 */
@Service
@Transactional(readOnly = true)
public class AuditLog {
  private static final int LONGEST_SUBJECT = 254;
  private static final int LONGEST_DETAIL = 1000;

  private final AuditDao lines;
  private final Clock clock;

  AuditLog(AuditDao lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Notes an act that concerns an account.
   *
   * @param actor who did it; none for a command of the machine
   * @param subject whom it concerns; none where it concerns nobody
   * @param detail what else there is to say, without anything secret; cut at 1000 characters
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(@Nullable Party actor, Act act, @Nullable Party subject, String detail) {
    append(
        actor,
        act,
        subject == null ? null : subject.id(),
        subject == null ? "" : subject.username(),
        detail);
  }

  /**
   * Notes an act that concerns something without an account, for example the address of somebody
   * who is invited.
   *
   * @param subject the address or name; cut at 254 characters
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(@Nullable Party actor, Act act, String subject, String detail) {
    append(actor, act, null, subject, detail);
  }

  private void append(
      @Nullable Party actor, Act act, @Nullable Long subjectId, String subject, String detail) {
    lines.append(
        new AuditLine(
            0,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            act.key(),
            actor == null ? null : actor.id(),
            actor == null ? "" : actor.username(),
            subjectId,
            cut(subject, LONGEST_SUBJECT),
            cut(detail, LONGEST_DETAIL),
            address()));
  }

  /**
   * A page of the log, newest first.
   *
   * @param before the line before the first one wanted; {@link Long#MAX_VALUE} for the newest
   */
  public Page<AuditLine> page(AuditFilter filter, long before, int limit) {
    List<AuditLine> found = lines.page(filter, before, limit + 1);
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<AuditLine> items = found.subList(0, limit);
    return new Page<>(List.copyOf(items), Long.toString(items.get(limit - 1).id()));
  }

  // Whoever calls stands in a request, or is a command of the machine.
  private static String address() {
    if (RequestContextHolder.getRequestAttributes()
        instanceof ServletRequestAttributes attributes) {
      HttpServletRequest request = attributes.getRequest();
      return cut(request.getRemoteAddr(), 45);
    }
    return "";
  }

  private static String cut(@Nullable String text, int longest) {
    String given = text == null ? "" : text;
    return given.length() <= longest ? given : given.substring(0, longest);
  }
}
