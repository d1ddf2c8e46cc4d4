/** Who called whom: call detail records and each person's call log, projected from the journal. */
@NullMarked
package org.parley.history;

import org.jspecify.annotations.NullMarked;
