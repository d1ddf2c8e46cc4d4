/** Reads what the SIP core saw, in order and exactly once, and hands it to the features. */
@NullMarked
package org.parley.journal;

import org.jspecify.annotations.NullMarked;
