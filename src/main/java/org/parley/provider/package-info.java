/** Coming in through somebody else: Google, Facebook, any OpenID Connect provider. */
@NullMarked
package org.parley.provider;

import org.jspecify.annotations.NullMarked;
