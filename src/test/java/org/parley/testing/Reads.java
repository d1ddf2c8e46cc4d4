package org.parley.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the rows that the database touches: a statement that uses its index touches few. */
public class Reads {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Reads(DataSource dataSource, PlatformTransactionManager transactions) {
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

  private long count() {
    return jdbc
        .query("show session status like 'Handler_read%'", (row, number) -> row.getLong(2))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
