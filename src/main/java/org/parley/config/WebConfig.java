package org.parley.config;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.parley.account.CurrentAccountResolver;
import org.parley.common.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.support.ServletContextAttributeExporter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewResolverRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers, views and static files. */
@Configuration
@EnableWebMvc
@ComponentScan(
    basePackages = "org.parley",
    useDefaultFilters = false,
    includeFilters =
        @Filter(
            type = FilterType.ANNOTATION,
            classes = {Controller.class, ControllerAdvice.class}))
public class WebConfig implements WebMvcConfigurer {
  private final CurrentAccountResolver currentAccount;
  private final LocalValidatorFactoryBean validator;
  private final Settings settings;

  @Autowired
  WebConfig(
      CurrentAccountResolver currentAccount,
      LocalValidatorFactoryBean validator,
      Settings settings) {
    this.currentAccount = currentAccount;
    this.validator = validator;
    this.settings = settings;
  }

  /**
   * What every page may use, those of errors included: {@code assets} (where scripts and styles
   * are), {@code organisation}, {@code sipDomain} and {@code scriptTexts} (the words scripts show,
   * by language).
   */
  @Bean
  ServletContextAttributeExporter pageAttributes(ServletContext context) {
    ServletContextAttributeExporter exporter = new ServletContextAttributeExporter();
    exporter.setAttributes(
        Map.of(
            "assets", context.getContextPath() + "/static/" + AssetVersion.VALUE,
            "organisation", settings.organisation(),
            "sipDomain", settings.domain(),
            "scriptTexts", ScriptTexts.load()));
    return exporter;
  }

  @Bean
  PersonLocale localeResolver() {
    return new PersonLocale(currentAccount);
  }

  @Bean
  ViewAttributes viewAttributes() {
    return new ViewAttributes();
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(currentAccount);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(currentAccount).excludePathPatterns("/static/**", "/health");
    // What browsers may keep for good must not carry one browser's cookie.
    registry.addInterceptor(viewAttributes()).excludePathPatterns("/static/**", "/health");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // The version stands in the path, so modules that import each other by relative path stay on
    // one version, and every answer may be kept for good.
    registry
        .addResourceHandler("/static/" + AssetVersion.VALUE + "/**")
        .addResourceLocations("/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  @Override
  public void configureViewResolvers(ViewResolverRegistry registry) {
    registry.jsp("/WEB-INF/jsp/", ".jsp");
  }

  @Override
  public Validator getValidator() {
    return validator;
  }
}
