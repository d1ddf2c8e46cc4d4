/** Everybody in the organisation: an index of who they are, its search, and the page of it. */
@NullMarked
package org.parley.directory;

import org.jspecify.annotations.NullMarked;
