/** Who is there: what the SIP core sees, what people choose, and who may see it. */
@NullMarked
package org.parley.presence;

import org.jspecify.annotations.NullMarked;
