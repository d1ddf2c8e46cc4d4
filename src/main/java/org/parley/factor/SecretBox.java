package org.parley.factor;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.parley.common.SealingKey;
import org.parley.common.Settings;
import org.springframework.stereotype.Component;

/** Encrypts the secrets of second factors, each bound to its account. */
@Component
class SecretBox {
  private final SealingKey key;

  SecretBox(Settings settings, SecureRandom random) {
    this.key = new SealingKey(settings.factorKey(), random);
  }

  byte[] close(byte[] secret, long accountId) {
    return key.close(secret, owner(accountId));
  }

  byte[] open(byte[] closed, long accountId) {
    return key.open(closed, owner(accountId));
  }

  private static byte[] owner(long accountId) {
    return ByteBuffer.allocate(Long.BYTES).putLong(accountId).array();
  }
}
