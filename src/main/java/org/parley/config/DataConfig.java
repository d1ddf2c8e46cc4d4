package org.parley.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.parley.common.Settings;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;

/** The database: pool, migrations, persistence, transactions. MySQL or MariaDB, by the URL. */
@Configuration
@EnableTransactionManagement(proxyTargetClass = true)
public class DataConfig {

  /** Outside of what opens a transaction, around every method that has one. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor transactionRetry() {
    var around = new BeanFactoryTransactionAttributeSourceAdvisor();
    around.setTransactionAttributeSource(new AnnotationTransactionAttributeSource());
    var advisor = new DefaultPointcutAdvisor(around.getPointcut(), new TransactionRetry());
    advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    return advisor;
  }

  @Bean
  @SpringSessionDataSource
  HikariDataSource dataSource(Settings settings) {
    Settings.Database database = settings.database();
    HikariConfig config = new HikariConfig();
    config.setPoolName("parley");
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password().reveal());
    config.setMaximumPoolSize(database.poolSize());
    config.setMinimumIdle(2);
    config.setConnectionTimeout(5_000);
    config.setValidationTimeout(2_000);
    // Reads must see what other nodes have committed, and journal reads must not lock gaps.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // Everything happens in transactions: two round trips less for each.
    config.setAutoCommit(false);
    if (isMariaDb(database.url())) {
      config.setDriverClassName("org.mariadb.jdbc.Driver");
      unlessInUrl(config, "sslMode", "disable");
      unlessInUrl(config, "timezone", "UTC");
    } else {
      config.setDriverClassName("com.mysql.cj.jdbc.Driver");
      unlessInUrl(config, "sslMode", "PREFERRED");
      unlessInUrl(config, "allowPublicKeyRetrieval", "true");
      unlessInUrl(config, "connectionTimeZone", "UTC");
      unlessInUrl(config, "forceConnectionTimeZoneToSession", "true");
      unlessInUrl(config, "cachePrepStmts", "true");
      unlessInUrl(config, "prepStmtCacheSize", "250");
      unlessInUrl(config, "prepStmtCacheSqlLimit", "16384");
      unlessInUrl(config, "useServerPrepStmts", "true");
      unlessInUrl(config, "useLocalSessionState", "true");
      // Two round trips less for every transaction that only reads.
      unlessInUrl(config, "readOnlyPropagatesToServer", "false");
      unlessInUrl(config, "connectTimeout", "3000");
      unlessInUrl(config, "socketTimeout", "30000");
      unlessInUrl(config, "tcpKeepAlive", "true");
    }
    return new HikariDataSource(config);
  }

  // A property would win over the address, where an operator says what they want.
  private static void unlessInUrl(HikariConfig config, String name, String value) {
    if (!config.getJdbcUrl().contains(name + "=")) {
      config.addDataSourceProperty(name, value);
    }
  }

  @Bean(initMethod = "migrate")
  Flyway flyway(HikariDataSource dataSource) {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .callbacks(new AuditGuard())
        // Numbers are given out before the work is done, which does not end in their order.
        .outOfOrder(true)
        .load();
  }

  @Bean
  @DependsOn("flyway")
  LocalContainerEntityManagerFactoryBean entityManagerFactory(
      HikariDataSource dataSource, Settings settings) {
    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    factory.setDataSource(dataSource);
    factory.setPackagesToScan("org.parley");
    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    factory.setJpaPropertyMap(hibernate(settings.database().url()));
    return factory;
  }

  private static Map<String, Object> hibernate(String url) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("hibernate.jdbc.time_zone", "UTC");
    properties.put("hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP");
    properties.put("hibernate.hbm2ddl.auto", "none");
    properties.put("hibernate.connection.provider_disables_autocommit", "true");
    properties.put("hibernate.jdbc.batch_size", "50");
    properties.put("hibernate.order_inserts", "true");
    properties.put("hibernate.query.in_clause_parameter_padding", "true");
    properties.put("hibernate.query.fail_on_pagination_over_collection_fetch", "true");
    if (isMariaDb(url)) {
      // Asked through its metadata, MariaDB is taken for an ancient MySQL.
      properties.put("hibernate.boot.allow_jdbc_metadata_access", "false");
      properties.put("jakarta.persistence.database-product-name", "MariaDB");
      properties.put("jakarta.persistence.database-major-version", "10");
      properties.put("jakarta.persistence.database-minor-version", "11");
    }
    return properties;
  }

  @Bean
  JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
    return new JpaTransactionManager(entityManagerFactory);
  }

  /** Tells what went wrong in words of Spring, so that a lost connection is known for one. */
  @Bean
  static PersistenceExceptionTranslationPostProcessor exceptionTranslation() {
    PersistenceExceptionTranslationPostProcessor translation =
        new PersistenceExceptionTranslationPostProcessor();
    translation.setProxyTargetClass(true);
    return translation;
  }

  private static boolean isMariaDb(String url) {
    return url.startsWith("jdbc:mariadb:");
  }
}
