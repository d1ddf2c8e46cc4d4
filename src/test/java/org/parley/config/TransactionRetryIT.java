package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.messages.MessageService;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestPeople;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

@DatabaseTest
class TransactionRetryIT {
  @Autowired private TestPeople people;
  @Autowired private MessageService service;
  @Autowired private TransactionInterceptor transactions;
  @Autowired private DataSource dataSource;

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  private SignedIn anna;
  private SignedIn ben;
  private TwoRows rows;

  /** What is done in a transaction. */
  interface Act {
    void write(long first, long second, CyclicBarrier both) throws Exception;
  }

  /** Writes two accounts in the order told, and waits in between for whoever does the same. */
  static class TwoRows implements Act {
    private final EntityManager entities;
    final AtomicInteger begun = new AtomicInteger();

    TwoRows(EntityManager entities) {
      this.entities = entities;
    }

    @Override
    @Transactional
    public void write(long first, long second, CyclicBarrier both) throws Exception {
      int mine = begun.incrementAndGet();
      append(first);
      if (mine <= 2) {
        both.await();
      }
      append(second);
    }

    private void append(long account) {
      entities
          .createNativeQuery(
              "update account set status_text = concat(coalesce(status_text, ''), 'x')"
                  + " where id = :id")
          .setParameter("id", account)
          .executeUpdate();
    }
  }

  @BeforeEach
  void twoPeople() {
    anna = people.employee("anna");
    ben = people.employee("ben");
    rows = new TwoRows(entities);
  }

  // As the advice stands around every service.
  private Act inTransactions(Act act) {
    ProxyFactory factory = new ProxyFactory(act);
    factory.addAdvice(new TransactionRetry());
    factory.addAdvice(transactions);
    return (Act) factory.getProxy();
  }

  @Test
  void everyServiceBeginsItsTransactionsAgain() {
    assertThat(((Advised) service).getAdvisors())
        .extracting(advisor -> advisor.getAdvice().getClass().getSimpleName())
        .containsSubsequence("TransactionRetry", "TransactionInterceptor");
  }

  @Test
  void whoeverLosesADeadlockBeginsAgain() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Act act = inTransactions(rows);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      var written =
          threads.invokeAll(
              List.<Callable<Boolean>>of(
                  () -> write(act, anna, ben, both), () -> write(act, ben, anna, both)));
      for (var each : written) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(rows.begun).as("transactions begun").hasValue(3);
    assertThat(List.of(anna, ben)).extracting(this::status).containsExactly("xx", "xx");
  }

  private static boolean write(Act act, SignedIn first, SignedIn second, CyclicBarrier both)
      throws Exception {
    act.write(first.id(), second.id(), both);
    return true;
  }

  private @Nullable String status(SignedIn who) {
    return new JdbcTemplate(dataSource)
        .queryForObject("select status_text from account where id = ?", String.class, who.id());
  }
}
