/**
 * The people of the organisation: signing in, registration, roles, passwords, throttled guesses.
 */
@NullMarked
package org.parley.account;

import org.jspecify.annotations.NullMarked;
