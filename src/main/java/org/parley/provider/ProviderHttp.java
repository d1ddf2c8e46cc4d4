package org.parley.provider;

import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How providers are asked: never for long, because a person waits and a thread with them. */
@Component
class ProviderHttp {
  /** How long a connection may take. */
  static final Duration CONNECT = Duration.ofSeconds(3);

  /** How long an answer may take. */
  static final Duration ANSWER = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(ProviderHttp.class);

  private final ClientHttpRequestFactory requests = requests();

  /** For what is JSON. */
  RestClient client() {
    return RestClient.builder().requestFactory(requests).build();
  }

  /** For changing a code for a token. */
  RestClient tokenClient() {
    return RestClient.builder()
        .requestFactory(requests)
        .configureMessageConverters(
            converters -> {
              converters.addCustomConverter(new FormHttpMessageConverter());
              converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** For keys, which are not OAuth. */
  RestTemplate keys() {
    return new RestTemplate(requests);
  }

  /** For asking who it is. */
  RestTemplate userInfo() {
    RestTemplate template = new RestTemplate(requests);
    template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    return template;
  }

  void log(String provider, String what, Exception e) {
    log.warn("Sign-in by {}: {}: {}", provider, what, e.toString());
  }

  private static ClientHttpRequestFactory requests() {
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    factory.setReadTimeout(ANSWER);
    return factory;
  }
}
