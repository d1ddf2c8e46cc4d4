package org.parley.mail;

/** A feature that wants to know what became of its mails. */
public interface MailListener {
  /**
   * A mail is on its way or given up for good, told in the transaction that notes it. A mail that
   * failed may be sent later after all, when an administrator tries again.
   *
   * @param kind what kind of letter it was
   * @param reference what {@link Letter#reference(String)} said
   * @param sent whether the server took it
   */
  void finished(String kind, String reference, boolean sent);
}
