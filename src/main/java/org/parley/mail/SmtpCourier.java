package org.parley.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the SMTP server (RFC 5321), several over one connection. One thread at a time uses
 * it.
 */
@Component
class SmtpCourier {
  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "20000";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** RFC 4954 section 6 and RFC 3207: wrong settings of ours, which somebody will put right. */
  private static final Set<Integer> OUR_SETTINGS = Set.of(530, 534, 535, 538);

  private final Supplier<Settings.Mail> current;
  private final String organisation;
  private final String domain;
  private final Clock clock;
  private Settings.@Nullable Mail settings;
  private @Nullable Transport open;

  @Autowired
  SmtpCourier(MailSettings current, Settings settings, Clock clock) {
    this(current::now, settings.organisation(), settings.domain(), clock);
  }

  /** A courier that asks {@code current} by which settings, whenever it begins with a mail. */
  SmtpCourier(Supplier<Settings.Mail> current, String organisation, String domain, Clock clock) {
    this.current = current;
    this.organisation = organisation;
    this.domain = domain;
    this.clock = clock;
  }

  private static Properties properties(Settings.Mail mail, String domain) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", mail.host());
    properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
    properties.setProperty("mail.smtp.localhost", domain);
    properties.setProperty("mail.smtp.from", mail.from());
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", Boolean.toString(mail.user() != null));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (mail.tls()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        // Otherwise whoever sits between could talk it out of encrypting.
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {
        // In the clear, as the operator wants it.
      }
    }
    return properties;
  }

  /** Whether there is a server to hand mails to. */
  boolean isOn() {
    return takeUp().isOn();
  }

  /** The settings in force; a connection by others ends. */
  private Settings.Mail takeUp() {
    Settings.Mail next = current.get();
    if (!next.equals(settings)) {
      hangUp();
      settings = next;
    }
    return next;
  }

  /** Hands {@code mail} over. */
  Delivery deliver(OutboxMail mail) {
    Settings.Mail by = takeUp();
    Session session = Session.getInstance(properties(by, domain));
    Tracked message = null;
    try {
      message = new Tracked(session, "<" + mail.uid() + "@" + domain + ">");
      fill(message, mail, by);
    } catch (AddressException e) {
      return Delivery.refused("The address cannot be understood: " + e.getMessage());
    } catch (MessagingException | UnsupportedEncodingException e) {
      return Delivery.refused("The mail cannot be put together: " + e.getMessage());
    }
    try {
      transport(session, by).sendMessage(message, message.getAllRecipients());
      return Delivery.taken();
    } catch (MessagingException e) {
      hangUp();
      return judge(e, message.isHandedOver());
    }
  }

  /**
   * Hands {@code mail} over once, by {@code by} and over a connection of its own.
   *
   * @throws MessagingException where it does not work
   */
  void tryOut(OutboxMail mail, Settings.Mail by)
      throws MessagingException, UnsupportedEncodingException {
    Session session = Session.getInstance(properties(by, domain));
    Tracked message = new Tracked(session, "<" + mail.uid() + "@" + domain + ">");
    fill(message, mail, by);
    try (Transport transport = session.getTransport()) {
      connect(transport, by);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private static void connect(Transport transport, Settings.Mail by) throws MessagingException {
    Secret password = by.password();
    transport.connect(by.user(), password == null ? null : password.reveal());
  }

  /** Ends the connection; the next mail opens another. */
  void hangUp() {
    Transport transport = open;
    open = null;
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException e) {
        // It is gone, which is what was wanted.
      }
    }
  }

  private Transport transport(Session session, Settings.Mail by) throws MessagingException {
    Transport transport = open;
    if (transport != null && transport.isConnected()) {
      return transport;
    }
    hangUp();
    transport = session.getTransport();
    connect(transport, by);
    open = transport;
    return transport;
  }

  private void fill(Tracked message, OutboxMail mail, Settings.Mail by)
      throws MessagingException, UnsupportedEncodingException {
    message.setFrom(new InternetAddress(by.from(), organisation, UTF_8));
    InternetAddress to = new InternetAddress(mail.recipient(), true);
    to.setPersonal(mail.recipientName(), UTF_8);
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    // RFC 3834 section 5: nobody's holiday notice should answer it.
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(Objects.requireNonNullElse(mail.text(), ""), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(Objects.requireNonNullElse(mail.html(), ""), UTF_8, "html");
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(text);
    both.addBodyPart(html);
    message.setContent(both);
    message.saveChanges();
  }

  /** What a failure means, by the server's code where it gave one. */
  private static Delivery judge(MessagingException failure, boolean handedOver) {
    int code = code(failure);
    String problem = SmtpProblem.words(failure);
    if (OUR_SETTINGS.contains(code) || failure instanceof AuthenticationFailedException) {
      return Delivery.later(problem);
    }
    if (code >= 500) {
      return Delivery.refused(problem);
    }
    if (code < 400 && handedOver) {
      return Delivery.unknown(problem);
    }
    return Delivery.later(problem);
  }

  private static int code(@Nullable Exception failure) {
    for (Exception e = failure; e != null; e = SmtpProblem.next(e)) {
      int code =
          e instanceof SMTPAddressFailedException address
              ? address.getReturnCode()
              : e instanceof SMTPSenderFailedException sender
                  ? sender.getReturnCode()
                  : e instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
      if (code >= 400) {
        return code;
      }
    }
    return -1;
  }

  /** A message that keeps its identifier and knows whether all of it has left. */
  private static final class Tracked extends MimeMessage {
    private final String identifier;
    private boolean handedOver;

    Tracked(Session session, String identifier) {
      super(session);
      this.identifier = identifier;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", identifier);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] without)
        throws IOException, MessagingException {
      super.writeTo(out, without);
      // Until the line with the dot behind this, no server may take the message.
      handedOver = true;
    }

    boolean isHandedOver() {
      return handedOver;
    }
  }
}
