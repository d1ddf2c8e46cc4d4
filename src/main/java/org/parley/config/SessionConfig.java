package org.parley.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.common.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in the database: they survive a restart and serve every node. */
@Configuration
@EnableJdbcHttpSession
class SessionConfig {
  static final String COOKIE = "PARLEY_SESSION";
  private static final Logger log = LoggerFactory.getLogger(SessionConfig.class);

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionLifetime(Settings settings) {
    return repository -> repository.setDefaultMaxInactiveInterval(settings.sessionLifetime());
  }

  /** Two first requests at once must not end in a duplicate key. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionUpserts() {
    return new MySqlJdbcIndexedSessionRepositoryCustomizer();
  }

  /** What requests use. */
  @Bean
  @Primary
  CalmSessions calmSessions(JdbcIndexedSessionRepository stored) {
    return new CalmSessions(stored);
  }

  /**
   * How a session's attributes become bytes. What an older version wrote and this one cannot read
   * counts as absent: its owner signs in again instead of meeting an error with every request.
   */
  @Bean
  ConversionService springSessionConversionService() {
    GenericConversionService conversions = new GenericConversionService();
    conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversions.addConverter(new Reader());
    return conversions;
  }

  private static final class Reader implements GenericConverter {
    private final DeserializingConverter reader =
        new DeserializingConverter(SessionConfig.class.getClassLoader());

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
      try {
        return bytes == null ? null : reader.convert((byte[]) bytes);
      } catch (SerializationFailedException e) {
        log.info("A session attribute of another version is left unread: {}", e.getMessage());
        return null;
      }
    }
  }

  @Bean
  CookieSerializer cookieSerializer() {
    // It marks the cookie Secure where the edge says that the browser came by HTTPS.
    DefaultCookieSerializer cookies = new DefaultCookieSerializer();
    cookies.setCookieName(COOKIE);
    cookies.setCookiePath("/");
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    return cookies;
  }
}
