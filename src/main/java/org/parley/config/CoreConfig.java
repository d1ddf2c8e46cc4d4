package org.parley.config;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.parley.common.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Everything that does not need a web server: services and DAOs, with what they stand on. */
@Configuration
@Import(DataConfig.class)
@ComponentScan(
    basePackages = "org.parley",
    excludeFilters = {
      @Filter(
          type = FilterType.ANNOTATION,
          classes = {Controller.class, ControllerAdvice.class, Configuration.class}),
    })
public class CoreConfig {

  @Bean
  static Settings settings() {
    return SettingsLoader.fromSystemProperty();
  }

  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  static SecureRandom secureRandom() {
    return new SecureRandom();
  }

  /** New passwords use Argon2id; the prefix lets a later choice live beside older hashes. */
  @Bean
  static PasswordEncoder passwordEncoder() {
    // 12 MiB, three passes, one lane: of the choices that OWASP's password storage sheet calls
    // equal
    // (19 MiB with two, 7 MiB with five) the one that is quicker here without using the least
    // memory.
    Map<String, PasswordEncoder> encoders = new HashMap<>();
    encoders.put("argon2", new Argon2PasswordEncoder(16, 32, 1, 12_288, 3));
    return new BoundedPasswordEncoder(
        new DelegatingPasswordEncoder("argon2", encoders),
        Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())));
  }

  @Bean
  static ReloadableResourceBundleMessageSource messageSource() {
    ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();
    source.setBasename("classpath:messages/messages");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }

  @Bean
  static LocalValidatorFactoryBean validator(ReloadableResourceBundleMessageSource messageSource) {
    LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
    validator.setValidationMessageSource(messageSource);
    return validator;
  }
}
