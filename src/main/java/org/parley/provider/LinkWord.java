package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * A word that a session's own pages know. A browser follows no redirect to a provider after a form
 * ({@code form-action} of the content policy), so linking begins with a link, and this stands for
 * the form's token in it.
 */
@Component
public class LinkWord {
  private static final String ATTRIBUTE = LinkWord.class.getName();
  private static final String PARAMETER = "link";

  private final SecureRandom random;

  LinkWord(SecureRandom random) {
    this.random = random;
  }

  /** The word of {@code session}. */
  public String of(HttpSession session) {
    if (session.getAttribute(ATTRIBUTE) instanceof String word) {
      return word;
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String word = HexFormat.of().formatHex(bytes);
    session.setAttribute(ATTRIBUTE, word);
    return word;
  }

  static boolean isGiven(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String given = request.getParameter(PARAMETER);
    return session != null
        && given != null
        && session.getAttribute(ATTRIBUTE) instanceof String word
        && MessageDigest.isEqual(
            word.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
