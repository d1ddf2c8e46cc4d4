/** A person's own page: name, password, desk phones. */
@NullMarked
package org.parley.profile;

import org.jspecify.annotations.NullMarked;
