package org.parley.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that encrypts what the database keeps but must not know: AES-256-GCM, a new nonce each
 * time, bound to what it belongs to, so that it is of no use anywhere else.
 */
public final class SealingKey {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  /**
   * A key made of {@code secret}.
   *
   * @param secret at least 32 random characters
   * @param random where nonces come from
   */
  public SealingKey(Secret secret, SecureRandom random) {
    this.key = key(secret.reveal());
    this.random = random;
  }

  /**
   * Encrypts {@code text}.
   *
   * @param owner what it belongs to; {@link #open} takes the same alone
   */
  public byte[] close(byte[] text, byte[] owner) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, text, owner);
    return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
  }

  /**
   * The text again.
   *
   * @throws IllegalStateException where it was closed with another key or for another owner
   */
  public byte[] open(byte[] closed, byte[] owner) {
    if (closed.length < NONCE) {
      throw new IllegalStateException("what was closed is cut off");
    }
    return run(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(closed, NONCE),
        Arrays.copyOfRange(closed, NONCE, closed.length),
        owner);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text, byte[] owner) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the copy's secrets does not fit", e);
    }
  }

  private static SecretKeySpec key(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new SecretKeySpec(digest, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
