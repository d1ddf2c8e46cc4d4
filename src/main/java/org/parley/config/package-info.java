/** The wiring: settings from files, data source, persistence, MVC, security policy, sessions. */
@NullMarked
package org.parley.config;

import org.jspecify.annotations.NullMarked;
