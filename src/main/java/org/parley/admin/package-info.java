/** What administrators do: people, their lives and roles, and the log of all acts. */
@NullMarked
package org.parley.admin;

import org.jspecify.annotations.NullMarked;
