package org.parley.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal: something the SIP core saw. Which fields a kind fills is written in
 * {@code sip/kamailio/README.md}.
 *
 * @param id the row's identifier; the order of writing
 * @param kind what was seen
 * @param occurredAt when, by the core's clock
 * @param callId the dialog's Call-ID (RFC 3261 section 8.1.1.4)
 * @param messageId the sender's identifier of a message
 * @param fromUser user part of the authenticated sender's or caller's address of record
 * @param toUser user part of the address called or written to
 * @param toUri what was dialled
 * @param code the final status code, where there is one
 * @param reason its reason phrase or the text of a Reason header (RFC 3326)
 * @param detail a word that the kind defines
 * @param media {@code audio} or {@code audio video}
 * @param device the device that did it
 * @param contentType the body's media type
 * @param body a message's body as it came
 */
public record JournalEvent(
    long id,
    Kind kind,
    Instant occurredAt,
    @Nullable String callId,
    @Nullable String messageId,
    @Nullable String fromUser,
    @Nullable String toUser,
    @Nullable String toUri,
    @Nullable Integer code,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable String media,
    @Nullable String device,
    @Nullable String contentType,
    @Nullable String body) {

  /** What the core can see. */
  public enum Kind {
    /** A call was accepted for routing. */
    CALL_STARTED("call.started"),
    /** A device rang. */
    CALL_RINGING("call.ringing"),
    /** A device answered. */
    CALL_ANSWERED("call.answered"),
    /** An answered call is over. */
    CALL_ENDED("call.ended"),
    /** A call ended without an answer. */
    CALL_FAILED("call.failed"),
    /** A message is durable. */
    MESSAGE_ACCEPTED("message.accepted"),
    /** A device of the recipient took it. */
    MESSAGE_DELIVERED("message.delivered"),
    /** A device registered. */
    DEVICE_REGISTERED("device.registered"),
    /** A registration is over. */
    DEVICE_GONE("device.gone"),
    /** Something a newer core writes, which this portal passes over. */
    UNKNOWN("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      return UNKNOWN;
    }
  }

  /** Decodes a body as UTF-8; malformed bytes become replacement characters, never an error. */
  static @Nullable String text(byte @Nullable [] body) {
    return body == null ? null : new String(body, StandardCharsets.UTF_8);
  }
}
