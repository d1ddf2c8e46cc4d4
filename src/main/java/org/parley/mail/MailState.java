package org.parley.mail;

/** Where a mail is on its way. */
public enum MailState {
  /** To be sent at its time. */
  WAITING,
  /** Claimed by a node that is sending it. */
  SENDING,
  /** The server has taken it. */
  SENT,
  /** Given up; an administrator may try again. */
  FAILED,
  /** Given up by an administrator. */
  DISCARDED
}
