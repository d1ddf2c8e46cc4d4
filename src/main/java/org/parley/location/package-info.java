/** Where people are, as far as they share it, and the map that shows it. */
@NullMarked
package org.parley.location;

import org.jspecify.annotations.NullMarked;
