package org.parley.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.account.Directory;
import org.parley.account.ShownNames;
import org.parley.audit.Act;
import org.parley.audit.AuditLine;
import org.springframework.stereotype.Component;

/**
 * The log as it is shown: whoever has closed their account keeps their number and loses their name.
 * The stored lines stay as they are, for nobody may change them.
 */
@Component
class AuditNames {
  /** What these acts say besides is about the person alone: addresses, names, words for phones. */
  private static final Set<String> PERSONAL =
      Stream.of(
              Act.ACCOUNT_REGISTERED,
              Act.EMAIL_CONFIRMED,
              Act.ACCOUNT_INVITED,
              Act.EMAIL_CHANGED,
              Act.SIP_NAME_CHANGED,
              Act.DEVICE_ADDED,
              Act.DEVICE_REVOKED)
          .map(Act::key)
          .collect(Collectors.toUnmodifiableSet());

  private final Directory directory;
  private final ShownNames names;

  AuditNames(Directory directory, ShownNames names) {
    this.directory = directory;
    this.names = names;
  }

  List<AuditLine> shown(List<AuditLine> lines) {
    Set<Long> ids = new HashSet<>();
    lines.forEach(
        line ->
            Stream.of(line.actorId(), line.subjectId()).filter(Objects::nonNull).forEach(ids::add));
    Set<Long> closed = directory.closed(ids);
    return closed.isEmpty() ? lines : lines.stream().map(line -> shown(line, closed)).toList();
  }

  private AuditLine shown(AuditLine line, Set<Long> closed) {
    boolean subjectIsGone = isIn(closed, line.subjectId());
    return new AuditLine(
        line.id(),
        line.at(),
        line.act(),
        line.actorId(),
        name(line.actorId(), line.actor(), closed),
        line.subjectId(),
        name(line.subjectId(), line.subject(), closed),
        subjectIsGone && PERSONAL.contains(line.act()) ? "" : line.detail(),
        line.address());
  }

  private String name(@Nullable Long id, String name, Set<Long> closed) {
    return id != null && closed.contains(id) ? names.former(id) : name;
  }

  private static boolean isIn(Set<Long> ids, @Nullable Long id) {
    return id != null && ids.contains(id);
  }
}
