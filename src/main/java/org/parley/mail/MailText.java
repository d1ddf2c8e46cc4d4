package org.parley.mail;

/**
 * A mail's words.
 *
 * @param subject its subject, one line
 * @param text for readers of plain text
 * @param html for all others
 */
record MailText(String subject, String text, String html) {
  @Override
  public String toString() {
    return "MailText[" + subject + "]";
  }
}
