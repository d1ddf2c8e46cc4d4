package org.parley.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.parley.common.Settings;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database keeps but must not know: AES-256-GCM, a new nonce each time, bound to
 * its account, so that one row's secret is of no use in another.
 */
@Component
class SecretBox {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  SecretBox(Settings settings, SecureRandom random) {
    this.key = key(settings.factorKey().reveal());
    this.random = random;
  }

  byte[] close(byte[] secret, long accountId) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, secret, accountId);
    return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
  }

  byte[] open(byte[] closed, long accountId) {
    return run(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(closed, NONCE),
        Arrays.copyOfRange(closed, NONCE, closed.length),
        accountId);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text, long accountId) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(accountId).array());
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of second factors does not fit", e);
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
