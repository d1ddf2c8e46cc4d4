package org.parley.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What went wrong between here and an SMTP server, in a word that a page has a sentence for. */
public enum SmtpProblem {
  /** No such name. */
  HOST,
  /** Nobody listens there, or no way leads there. */
  CONNECT,
  /** No answer in time. */
  SLOW,
  /** STARTTLS is wanted, and the server does not have it. */
  STARTTLS,
  /** The server does not prove who it is. */
  CERTIFICATE,
  /** TLS is wanted from the beginning, and the server speaks something else. */
  TLS,
  /** User and password are not accepted. */
  LOGIN,
  /** The server wants somebody to sign in first, or encryption before that. */
  LOGIN_WANTED,
  /** The sender is not accepted. */
  SENDER,
  /** The recipient is not accepted. */
  RECIPIENT,
  /** Something else; the server's own words have to do. */
  OTHER;

  /** As it stands in the keys of messages: {@code login-wanted}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SmtpProblem of(Exception failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      SmtpProblem problem = byType(cause);
      if (problem != null) {
        return problem;
      }
    }
    String words = words(failure);
    if (words.contains("STARTTLS is required")) {
      return STARTTLS;
    }
    if (words.startsWith("Could not connect")) {
      return CONNECT;
    }
    return OTHER;
  }

  private static @Nullable SmtpProblem byType(Throwable cause) {
    if (cause instanceof AuthenticationFailedException) {
      return LOGIN;
    }
    if ((cause instanceof SMTPSendFailedException send && isLoginWanted(send.getReturnCode()))
        || (cause instanceof SMTPSenderFailedException from && isLoginWanted(from.getReturnCode()))
        || (cause instanceof SMTPAddressFailedException to && isLoginWanted(to.getReturnCode()))) {
      return LOGIN_WANTED;
    }
    if (cause instanceof SMTPSenderFailedException) {
      return SENDER;
    }
    if (cause instanceof SMTPAddressFailedException) {
      return RECIPIENT;
    }
    if (cause instanceof UnknownHostException) {
      return HOST;
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return CONNECT;
    }
    if (cause instanceof SocketTimeoutException) {
      return SLOW;
    }
    if (cause instanceof SSLHandshakeException) {
      return CERTIFICATE;
    }
    return cause instanceof SSLException ? TLS : null;
  }

  // RFC 4954 section 6 and RFC 3207 section 4.
  private static boolean isLoginWanted(int code) {
    return code == 530 || code == 538;
  }

  /** The words of the server or the network, all of them. */
  static String words(Exception failure) {
    StringBuilder words = new StringBuilder();
    for (Exception e = failure; e != null; e = next(e)) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      if (words.indexOf(message.strip()) < 0) {
        words.append(words.isEmpty() ? "" : ": ").append(message.strip());
      }
    }
    return words.toString();
  }

  static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static List<Throwable> causes(Exception failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Exception e = failure; e != null; e = next(e)) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        causes.add(cause);
      }
    }
    return causes;
  }
}
