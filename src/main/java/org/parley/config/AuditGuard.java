package org.parley.config;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the database itself refuse to change or remove a line of the audit log. A server that writes
 * a binary log lets nobody but its administrator make triggers (unless {@code
 * log_bin_trust_function_creators} is on): then the log is as append-only as the portal's code is,
 * and the log of the portal says so.
 */
final class AuditGuard implements Callback {
  private static final Logger log = LoggerFactory.getLogger(AuditGuard.class);

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return false;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String what : List.of("update", "delete")) {
        statement.execute(
            "create trigger if not exists audit_no_"
                + what
                + " before "
                + what
                + " on audit for each row signal sqlstate '45000'"
                + " set message_text = 'the audit log is append-only'");
      }
    } catch (SQLException e) {
      log.warn("The database does not guard the audit log itself: {}", e.getMessage());
    }
  }

  @Override
  public String getCallbackName() {
    return "audit-guard";
  }
}
