package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.common.Settings;
import org.springframework.stereotype.Repository;

/**
 * The names that closed accounts had, kept so that only somebody who knows a name can ask for it:
 * nobody is ever taken for whoever had it before, and the journal's lines stay theirs.
 */
@Repository
class ClosedNames {
  private static final String ALGORITHM = "HmacSHA256";

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  private final SecretKeySpec key;

  ClosedNames(Settings settings) {
    this.key =
        new SecretKeySpec(
            settings.factorKey().reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Keeps these names of an account that is being closed. */
  void keep(Set<String> names, long accountId) {
    for (String name : names) {
      String hash = hash(name);
      if (entities.find(ClosedName.class, hash) == null) {
        entities.persist(new ClosedName(hash, accountId));
      }
    }
  }

  /** The closed account that had this name. */
  Optional<Long> owner(String name) {
    return Optional.ofNullable(entities.find(ClosedName.class, hash(name)))
        .map(ClosedName::accountId);
  }

  /** The closed accounts that had these names; others are missing from the answer. */
  Map<String, Long> owners(Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, String> hashes = new HashMap<>();
    names.forEach(name -> hashes.put(hash(name), name));
    Map<String, Long> owners = new HashMap<>();
    entities
        .createQuery("from ClosedName where hash in :hashes", ClosedName.class)
        .setParameter("hashes", hashes.keySet())
        .getResultList()
        .forEach(closed -> owners.put(hashes.get(closed.hash()), closed.accountId()));
    return owners;
  }

  private String hash(String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] text = ("name " + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
