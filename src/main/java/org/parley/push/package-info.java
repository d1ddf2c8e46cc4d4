/**
 * Tells open browsers what has changed: server-sent events from one table, the same on every node.
 */
@NullMarked
package org.parley.push;

import org.jspecify.annotations.NullMarked;
