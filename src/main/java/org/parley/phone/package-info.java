/** The short-lived SIP credential with which a signed-in browser registers. */
@NullMarked
package org.parley.phone;

import org.jspecify.annotations.NullMarked;
