package org.parley.config;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs what services do by the clock; in the portal alone, not in commands. */
@Configuration
@EnableScheduling
class SchedulingConfig {}
