/** The first page and the badges. */
@NullMarked
package org.parley.home;

import org.jspecify.annotations.NullMarked;
