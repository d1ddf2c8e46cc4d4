package org.parley.config;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.support.AbstractAnnotationConfigDispatcherServletInitializer;

/**
 * Starts the portal inside the servlet container. The order of filters: what an outage is answered
 * with, then sessions, then the security policy, then the dispatcher.
 */
public class PortalInitializer extends AbstractAnnotationConfigDispatcherServletInitializer {

  @Override
  public void onStartup(ServletContext context) throws jakarta.servlet.ServletException {
    // Commands share the services, but not the threads that only a portal runs.
    context.setInitParameter("spring.profiles.active", "portal");
    super.onStartup(context);
    // A session's identifier never appears in an address.
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
  }

  @Override
  protected Class<?> @Nullable [] getRootConfigClasses() {
    return new Class<?>[] {RootConfig.class};
  }

  @Override
  protected Class<?> @Nullable [] getServletConfigClasses() {
    return new Class<?>[] {WebConfig.class};
  }

  @Override
  protected String[] getServletMappings() {
    return new String[] {"/"};
  }

  @Override
  protected Filter @Nullable [] getServletFilters() {
    return new Filter[] {
      new CharacterEncodingFilter("UTF-8", true),
      new OutageFilter(),
      new RequestContextFilter(),
      new DelegatingFilterProxy("springSessionRepositoryFilter"),
      new DelegatingFilterProxy("springSecurityFilterChain"),
    };
  }
}
