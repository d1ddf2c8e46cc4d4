/** The second thing to show when signing in: codes of an app, recovery codes, known browsers. */
@NullMarked
package org.parley.factor;

import org.jspecify.annotations.NullMarked;
