package org.parley.admin;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.account.SignedIn;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody took the log out of the portal. */
@Service
@Transactional
class AuditExport {
  private final AuditLog audit;

  AuditExport(AuditLog audit) {
    this.audit = audit;
  }

  void note(SignedIn me, AuditForm form) {
    String asked =
        Stream.of(form.actor(), form.subject(), form.act(), form.from(), form.to())
            .filter(Objects::nonNull)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" "));
    audit.record(me, Act.AUDIT_EXPORTED, "", asked);
  }
}
