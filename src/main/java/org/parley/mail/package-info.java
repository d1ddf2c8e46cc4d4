/** Mail: one outbox, written in the transaction that causes a mail, emptied over SMTP. */
@NullMarked
package org.parley.mail;

import org.jspecify.annotations.NullMarked;
