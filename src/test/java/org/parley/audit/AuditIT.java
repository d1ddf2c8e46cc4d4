package org.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class AuditIT {
  @Autowired private AuditLog audit;
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;

  private SignedIn root;
  private SignedIn anna;

  @BeforeEach
  void people() {
    root = people.admin("root");
    anna = people.employee("anna");
  }

  private void note(Act act, Party subject, String detail) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> audit.record(root, act, subject, detail));
  }

  private Page<AuditLine> find(AuditFilter filter) {
    return audit.page(filter, Long.MAX_VALUE, 10);
  }

  @Test
  void aLineIsFoundByActorSubjectActAndTime() {
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    Instant after = Instant.now().plus(Duration.ofMinutes(1));
    note(Act.ACCOUNT_DISABLED, anna, "on request");
    String actor = root.username();
    for (AuditFilter filter :
        new AuditFilter[] {
          new AuditFilter(actor, null, null, null, null),
          new AuditFilter(null, anna.username(), null, null, null),
          new AuditFilter(actor, null, Act.ACCOUNT_DISABLED, before, after),
        }) {
      assertThat(find(filter).items())
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.act()).isEqualTo("account-disabled");
                assertThat(line.actorId()).isEqualTo(root.id());
                assertThat(line.subjectId()).isEqualTo(anna.id());
                assertThat(line.detail()).isEqualTo("on request");
                assertThat(line.at()).isBetween(before, after);
              });
    }
    assertThat(find(new AuditFilter(actor, null, Act.ROLE_CHANGED, null, null)).items()).isEmpty();
    assertThat(find(new AuditFilter(actor, null, null, after, null)).items()).isEmpty();
    assertThat(find(new AuditFilter(actor, null, null, null, before)).items()).isEmpty();
  }

  @Test
  void pagesGoBackInTimeWithoutGapsOrRepeats() {
    for (int i = 0; i < 12; i++) {
      note(Act.ACCOUNT_ENABLED, anna, Integer.toString(i));
    }
    AuditFilter filter = new AuditFilter(root.username(), null, null, null, null);
    Page<AuditLine> first = find(filter);
    assertThat(first.items()).extracting(AuditLine::detail).startsWith("11", "10").hasSize(10);
    Page<AuditLine> second = audit.page(filter, Long.parseLong(String.valueOf(first.next())), 10);
    assertThat(second.items()).extracting(AuditLine::detail).containsExactly("1", "0");
    assertThat(second.next()).isNull();
  }

  @Test
  void aLineStandsAndFallsWithTheActItself() {
    assertThatThrownBy(() -> audit.record(root, Act.ACCOUNT_ENABLED, anna, ""))
        .isInstanceOf(IllegalTransactionStateException.class);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              audit.record(root, Act.ACCOUNT_ENABLED, anna, "");
              status.setRollbackOnly();
            });
    assertThat(find(new AuditFilter(root.username(), null, null, null, null)).items()).isEmpty();
  }

  @Test
  void theDatabaseItselfLetsNobodyChangeOrRemoveALine() {
    note(Act.ACCOUNT_ENABLED, anna, "");
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    assertThatThrownBy(
            () -> jdbc.update("update audit set detail = 'x' where actor = ?", root.username()))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.update("delete from audit where actor = ?", root.username()))
        .hasMessageContaining("append-only");
  }

  @Test
  void theFileHoldsNoFormulaAndThatItWasTakenIsNoted() throws Exception {
    String mark = UUID.randomUUID().toString();
    note(Act.ACCOUNT_ENABLED, anna, "=cmd|" + mark);
    MockHttpServletResponse file =
        browsers
            .signedIn(root)
            .post("/admin/audit/export", "actor", root.username())
            .andReturn()
            .getResponse();
    assertThat(file.getContentType()).startsWith("text/csv");
    assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(file.getContentAsString()).contains("\"'=cmd|" + mark + "\"");
    AuditFilter exports = new AuditFilter(root.username(), null, Act.AUDIT_EXPORTED, null, null);
    assertThat(find(exports).items())
        .singleElement()
        .satisfies(line -> assertThat(line.address()).isEqualTo("127.0.0.1"));
  }

  @Test
  void whatIsNotAnActOrADayIsRefusedInWords() throws Exception {
    Browser browser = browsers.signedIn(root);
    for (String query : new String[] {"act=nonsense", "from=yesterday", "before=x"}) {
      assertThat(browser.get("/admin/audit?" + query).andReturn().getResponse().getStatus())
          .isEqualTo(400);
    }
  }
}
