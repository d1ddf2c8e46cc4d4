package org.parley.common;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the edge and {@code bin/parley status} whether this node can serve people. */
@RestController
class HealthController {
  private static final int TIMEOUT_SECONDS = 2;

  private final DataSource dataSource;

  HealthController(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @GetMapping("/health")
  ResponseEntity<Map<String, String>> health() {
    boolean up = databaseAnswers();
    return ResponseEntity.status(up ? 200 : 503)
        .cacheControl(CacheControl.noStore())
        .body(Map.of("status", up ? "UP" : "DOWN"));
  }

  private boolean databaseAnswers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
