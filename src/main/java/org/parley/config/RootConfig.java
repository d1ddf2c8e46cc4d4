package org.parley.config;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All of the portal but its controllers and views. */
@Configuration
@Import({CoreConfig.class, SchedulingConfig.class, SessionConfig.class, SecurityConfig.class})
public class RootConfig {}
