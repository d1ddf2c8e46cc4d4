/** Types and mechanisms that every feature shares: secrets, settings, addresses, errors, paging. */
@NullMarked
package org.parley.common;

import org.jspecify.annotations.NullMarked;
