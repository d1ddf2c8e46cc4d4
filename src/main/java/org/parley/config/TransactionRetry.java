package org.parley.config;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins a transaction again that others came in the way of: the database broke a deadlock, or a
 * row has changed since it was read. Nothing of it is done then, and whoever asked need not know.
 * Only whole transactions are repeated, never a part of one; after some attempts the error goes on.
 */
final class TransactionRetry implements MethodInterceptor {
  private static final int ATTEMPTS = 5;
  private static final int DEADLOCK = 1213;
  private static final int CHANGED_SINCE_READ = 1020;

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return invocation.proceed();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        // An invocation can go on only once; each attempt takes a copy of its own.
        return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !isWorthAnother(e)) {
          throw e;
        }
        // Two that met once shall not meet again in step.
        Thread.sleep(ThreadLocalRandom.current().nextInt(5, 20 * attempt));
      }
    }
  }

  // A lock that somebody holds for long is not waited for twice.
  private static boolean isWorthAnother(RuntimeException failure) {
    if (failure instanceof OptimisticLockingFailureException) {
      return true;
    }
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
        && (cause.getErrorCode() == DEADLOCK || cause.getErrorCode() == CHANGED_SINCE_READ);
  }
}
