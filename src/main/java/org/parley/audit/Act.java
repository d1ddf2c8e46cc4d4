package org.parley.audit;

import java.util.Locale;

/** What is noted. Each has its words in the message bundles, {@code audit.act.<key>}. */
public enum Act {
  /** An account was made by an administrator. */
  ACCOUNT_CREATED,
  /** An account was asked for on the sign-in page. */
  ACCOUNT_REGISTERED,
  /** An address was shown to be its owner's, for the first time. */
  EMAIL_CONFIRMED,
  /** Somebody was invited by mail. */
  ACCOUNT_INVITED,
  /** Somebody who was invited has taken up the account. */
  INVITATION_ACCEPTED,
  /** An account that was asked for was approved. */
  ACCOUNT_APPROVED,
  /** An account was shut. */
  ACCOUNT_DISABLED,
  /** A shut account was opened again. */
  ACCOUNT_ENABLED,
  /** An account was closed for good. */
  ACCOUNT_DELETED,
  /** What an account may do was changed. */
  ROLE_CHANGED,
  /** A password was changed. */
  PASSWORD_CHANGED,
  /** A link for a new password was asked for and mailed. */
  RESET_REQUESTED,
  /** A password was reset by a mailed link. */
  PASSWORD_RESET,
  /** An e-mail address was changed. */
  EMAIL_CHANGED,
  /** The name in the SIP address was changed. */
  SIP_NAME_CHANGED,
  /** A secret question was set. */
  QUESTION_SET,
  /** A secret question was taken off. */
  QUESTION_REMOVED,
  /** One browser was signed out from another. */
  SIGNED_OUT,
  /** All browsers of a person were signed out. */
  SIGNED_OUT_EVERYWHERE,
  /** A second factor was set up. */
  FACTOR_ADDED,
  /** A second factor was taken off by its owner. */
  FACTOR_REMOVED,
  /** A second factor was taken off by an administrator. */
  FACTOR_RESET,
  /** A way to sign in at another provider was linked. */
  PROVIDER_LINKED,
  /** A way to sign in at another provider was taken off. */
  PROVIDER_UNLINKED,
  /** A desk phone or softphone got a password. */
  DEVICE_ADDED,
  /** A desk phone or softphone was shut out. */
  DEVICE_REVOKED,
  /** A setting of the portal was changed. */
  SETTING_CHANGED,
  /** The mail settings were tried. */
  MAIL_TESTED,
  /** A mail was sent once more. */
  MAIL_RETRIED,
  /** A mail was given up for good. */
  MAIL_DISCARDED,
  /** The log itself was taken out as a file. */
  AUDIT_EXPORTED;

  /** As it stands in addresses and in the keys of messages: {@code account-created}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
