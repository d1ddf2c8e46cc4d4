package org.parley.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.push.PushService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own calls. */
@Service
@Transactional
public class HistoryService {
  private final CallLogDao logs;
  private final People people;
  private final CallWords words;
  private final PushService push;

  HistoryService(CallLogDao logs, People people, CallWords words, PushService push) {
    this.logs = logs;
    this.people = people;
    this.words = words;
    this.push = push;
  }

  /**
   * What to show.
   *
   * @param kind only calls of this kind; incoming ones include those answered elsewhere
   * @param person only calls with this user
   */
  public record Filter(@Nullable CallKind kind, @Nullable String person) {
    /** Every call. */
    public static final Filter NONE = new Filter(null, null);
  }

  /**
   * My calls, the latest first.
   *
   * @param device the device that asks, for telling which calls were answered elsewhere
   */
  @Transactional(readOnly = true)
  public Page<CallView> page(
      SignedIn me, String device, Filter filter, Page.Key before, int limit) {
    Page<CallLogDao.Line> page =
        Page.of(
            logs.page(me.id(), filter.kind(), filter.person(), device, before, limit + 1),
            limit,
            line -> new Page.Key(line.startedAt(), line.id()));
    List<Long> peers =
        page.items().stream().map(CallLogDao.Line::peerId).filter(Objects::nonNull).toList();
    Map<Long, Person> known = people.findAllById(peers);
    return page.map(line -> view(line, known, device));
  }

  /** Missed calls that I have not looked at. */
  @Transactional(readOnly = true)
  public long missed(SignedIn me) {
    return logs.countUnseen(me.id());
  }

  /** I have looked at my calls: none counts as newly missed any more. */
  public void markSeen(SignedIn me) {
    if (logs.countUnseen(me.id()) > 0 && logs.markSeen(me.id()) > 0) {
      // My other browsers take the number off.
      push.tell(me.id(), "call", Map.of("id", 0, "kind", "seen", "user", ""));
    }
  }

  private CallView view(CallLogDao.Line line, Map<Long, Person> known, String device) {
    Optional<Person> peer = Optional.ofNullable(line.peerId()).map(known::get);
    boolean elsewhere =
        line.kind() == CallKind.INCOMING
            && line.answeredDevice() != null
            && !line.answeredDevice().equals(device);
    return new CallView(
        line.id(),
        (elsewhere ? CallKind.ELSEWHERE : line.kind()).word(),
        line.peerUser(),
        peer.map(Person::name).orElse(line.peerUser()),
        peer.map(Person::picture).orElse(null),
        line.startedAt(),
        CallRecord.length(line.answeredAt(), line.endedAt()).map(Duration::toSeconds).orElse(null),
        line.media(),
        words.of(line),
        line.seen());
  }
}
