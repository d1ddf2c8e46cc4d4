/** Parley: a unified communicator in the browser for the people of one organisation. */
@NullMarked
package org.parley;

import org.jspecify.annotations.NullMarked;
