package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.common.TooManyRequestsException;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AccountsIT {
  @Autowired private SignInService signIns;
  @Autowired private SignInThrottle throttle;
  @Autowired private RegistrationService registrations;
  @Autowired private RateLimits limits;
  @Autowired private AttemptDao attempts;
  @Autowired private TestPeople people;
  @Autowired private PlatformTransactionManager transactions;

  private static String unique(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void oneOfTwoWhoWishForTheSameNameGetsIt() throws Exception {
    String username = unique("twin");
    List<Boolean> made =
        together(
            2,
            () -> {
              try {
                registrations.register(
                    username, "Twin", unique("twin") + "@example.org", TestPeople.PASSWORD);
                return true;
              } catch (UsernameTakenException e) {
                return false;
              }
            });
    assertThat(made).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void nobodyCallsThemselvesAdministrator() {
    assertThatThrownBy(
            () -> registrations.register("Postmaster", "Mallory", null, TestPeople.PASSWORD))
        .isInstanceOf(UsernameTakenException.class);
  }

  @Test
  void twoBrowsersOfOnePersonSignInAtOnce() throws Exception {
    SignedIn anna = people.employee("anna");
    assertThat(
            together(
                4,
                () -> {
                  signIns.signedIn(anna.id());
                  return true;
                }))
        .hasSize(4);
  }

  @Test
  void guessesMadeAtOnceGetNoFurtherThanOthers() throws Exception {
    String username = unique("anna");
    List<Boolean> allowed = together(24, () -> throttle.begin(username, "192.0.2.1"));
    assertThat(allowed).filteredOn(yes -> yes).hasSize(SignInThrottle.PAIR_LIMIT);
  }

  @Test
  void guessesSpreadOverAddressesAreStoppedToo() {
    String username = unique("anna");
    for (int i = 0; i < SignInThrottle.NAME_LIMIT; i++) {
      assertThat(throttle.begin(username, "192.0.2." + i)).isTrue();
    }
    assertThat(throttle.begin(username, "198.51.100.1")).isFalse();
  }

  @Test
  void namesTriedInTurnFromOneAddressAreStoppedToo() {
    String address = unique("address");
    for (int i = 0; i < SignInThrottle.ADDRESS_LIMIT; i++) {
      assertThat(throttle.begin(unique("name"), address)).isTrue();
    }
    assertThat(throttle.begin(unique("name"), address)).isFalse();
  }

  @Test
  void anOfficeThatSignsInIsNoGuessing() {
    String address = unique("office");
    for (int i = 0; i <= SignInThrottle.ADDRESS_LIMIT; i++) {
      String username = unique("name");
      assertThat(throttle.begin(username, address)).isTrue();
      throttle.succeeded(username, address);
    }
  }

  @Test
  void nobodyIsLockedOutForGood() {
    String username = unique("anna");
    for (int i = 0; i <= SignInThrottle.PAIR_LIMIT; i++) {
      throttle.begin(username, "192.0.2.1");
    }
    assertThat(throttle.begin(username, "192.0.2.1")).isFalse();
    Clock later =
        Clock.fixed(
            Instant.now().plus(SignInThrottle.WINDOW).plus(Duration.ofSeconds(1)), ZoneOffset.UTC);
    Boolean allowed =
        new TransactionTemplate(transactions)
            .execute(work -> new SignInThrottle(attempts, later).begin(username, "192.0.2.1"));
    assertThat(allowed).isTrue();
  }

  @Test
  void oneAddressAsksForTwentyAccountsAnHour() {
    String address = unique("address");
    for (int i = 0; i < 20; i++) {
      limits.require(RateLimits.Limit.REGISTRATION, address);
    }
    assertThatThrownBy(() -> limits.require(RateLimits.Limit.REGISTRATION, address))
        .isInstanceOf(TooManyRequestsException.class);
  }

  private static <T> List<T> together(int many, Callable<T> work)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
