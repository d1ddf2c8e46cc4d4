/** Conversations: messages projected from the journal, their states, read marks. */
@NullMarked
package org.parley.messages;

import org.jspecify.annotations.NullMarked;
