/** What administrators did and what else concerns safety: appended, searched, never changed. */
@NullMarked
package org.parley.audit;

import org.jspecify.annotations.NullMarked;
