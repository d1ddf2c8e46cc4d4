package org.parley.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.NotFoundException;
import org.parley.common.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of mails in the outbox, for the courier that empties it and for administrators.
 *
 * <p>No mail goes out twice: it is claimed in a transaction of its own before it is sent, and a
 * claim that nobody ends is never sent again by itself. It may have gone out in the moment in which
 * its node died, so it is given up with that reason, for an administrator to decide.
 */
@Service
@Transactional
public class OutboxService {
  /** Longer than all of a conversation with a server can take. */
  static final Duration LOST_AFTER = Duration.ofMinutes(15);

  /** After this many tries, about a day of them, a mail is given up. */
  static final int MOST_TRIES = 30;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration KEEP_SENT = Duration.ofDays(30);
  private static final Duration KEEP_FAILED = Duration.ofDays(90);
  private static final int MOST_COUNTED = 10_000;
  private static final Logger log = LoggerFactory.getLogger(OutboxService.class);

  private final OutboxDao mails;
  private final List<MailListener> listeners;
  private final Clock clock;

  OutboxService(OutboxDao mails, List<MailListener> listeners, Clock clock) {
    this.mails = mails;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Claims the mail that is due; what has become useless meanwhile is given up instead. */
  Optional<OutboxMail> claim() {
    Instant now = clock.instant();
    while (true) {
      Optional<OutboxMail> due = mails.lockDue(now);
      if (due.isEmpty()) {
        return due;
      }
      OutboxMail mail = due.get();
      if (!mail.isTooLate(now)) {
        mail.claim(now);
        return due;
      }
      giveUp(mail, MailProblem.TOO_LATE, now);
      mails.flush();
    }
  }

  /** Notes what came of sending {@code claimed}; too late where somebody has decided otherwise. */
  void finish(OutboxMail claimed, Delivery delivery) {
    Instant now = clock.instant();
    Optional<OutboxMail> found =
        mails.lock(claimed.id()).filter(mail -> mail.isClaimedBy(claimed.claim()));
    if (found.isEmpty()) {
      log.warn("Mail {} is not ours any more; it ended as {}", claimed.uid(), delivery);
      return;
    }
    OutboxMail mail = found.get();
    switch (delivery.outcome()) {
      case TAKEN -> {
        mail.sent(now);
        tell(mail, true);
      }
      case LATER -> {
        if (mail.tries() >= MOST_TRIES) {
          giveUp(mail, delivery.problem(), now);
        } else {
          mail.again(delivery.problem(), waitAfter(mail.tries()), now);
          log.info("Mail {} waits after try {}: {}", mail.uid(), mail.tries(), delivery.problem());
        }
      }
      case REFUSED -> giveUp(mail, delivery.problem(), now);
      case UNKNOWN -> giveUp(mail, MailProblem.UNKNOWN + delivery.problem(), now);
    }
  }

  /** Gives up what a node claimed and never ended. */
  boolean giveUpLost() {
    Instant now = clock.instant();
    Optional<OutboxMail> lost = mails.lockLost(now.minus(LOST_AFTER));
    lost.ifPresent(mail -> giveUp(mail, MailProblem.UNKNOWN, now));
    return lost.isPresent();
  }

  private void giveUp(OutboxMail mail, String why, Instant now) {
    log.warn("Mail {} is given up: {}", mail.uid(), why);
    mail.failed(why, now);
    tell(mail, false);
  }

  private void tell(OutboxMail mail, boolean sent) {
    String reference = mail.reference();
    if (reference != null) {
      listeners.forEach(listener -> listener.finished(mail.kind(), reference, sent));
    }
  }

  /** 30 s after the first try, twice as long after each further one, at the most an hour. */
  static Duration waitAfter(int tries) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 20));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** Mails in {@code state}, the newest first. */
  @Transactional(readOnly = true)
  public Page<MailView> page(MailState state, long before, int limit) {
    List<MailView> found = mails.page(state, before, limit + 1).stream().map(MailView::of).toList();
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<MailView> items = found.subList(0, limit);
    return new Page<>(items, Long.toString(items.get(limit - 1).id()));
  }

  /** One mail. */
  @Transactional(readOnly = true)
  public MailView show(long id) {
    return MailView.of(mails.find(id).orElseThrow(NotFoundException::new));
  }

  /** How many are in {@code state}; more than ten thousand are not counted. */
  @Transactional(readOnly = true)
  public long count(MailState state) {
    return mails.count(state, MOST_COUNTED);
  }

  /** Sends a mail that was given up, or that waits, as soon as possible. */
  public void retry(long id) {
    mails
        .lock(id)
        .filter(mail -> mail.state() == MailState.FAILED || mail.state() == MailState.WAITING)
        .orElseThrow(NotFoundException::new)
        .retry(clock.instant());
  }

  /** Gives up a mail that waits or has failed, for good. */
  public void discard(long id) {
    OutboxMail mail =
        mails
            .lock(id)
            .filter(m -> m.state() == MailState.FAILED || m.state() == MailState.WAITING)
            .orElseThrow(NotFoundException::new);
    boolean waited = mail.state() == MailState.WAITING;
    mail.discarded(clock.instant());
    if (waited) {
      tell(mail, false);
    }
  }

  /** Removes what ended long ago. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
  public void purge() {
    Instant now = clock.instant();
    mails.purge(MailState.SENT, now.minus(KEEP_SENT));
    mails.purge(MailState.DISCARDED, now.minus(KEEP_SENT));
    mails.purge(MailState.FAILED, now.minus(KEEP_FAILED));
  }
}
