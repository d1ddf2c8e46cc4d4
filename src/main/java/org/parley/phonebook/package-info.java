/** People's phonebooks: contacts, groups, favourites, notes, and whom they block. */
@NullMarked
package org.parley.phonebook;

import org.jspecify.annotations.NullMarked;
