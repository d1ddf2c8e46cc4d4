package org.parley.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the rows that the database touches: a statement that uses its index touches few. */
public class Reads {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Reads(HikariDataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(transactions);
  }

  /** How many rows the database looks at while {@code work} runs. */
  public long during(Runnable work) {
    Long rows =
        transaction.execute(
            status -> {
              long before = count();
              work.run();
              return count() - before;
            });
    return rows == null ? 0 : rows;
  }

  /** How many statements the database is sent while {@code work} runs. */
  public long statementsDuring(Runnable work) {
    Long statements =
        transaction.execute(
            status -> {
              long before = status("Questions");
              work.run();
              return status("Questions") - before - 1;
            });
    return statements == null ? 0 : statements;
  }

  private long count() {
    return status("Handler_read%");
  }

  private long status(String names) {
    return jdbc
        .query("show session status like '" + names + "'", (row, number) -> row.getLong(2))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
