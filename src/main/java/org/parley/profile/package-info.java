/** The pages about oneself: what others see, signing in, devices. */
@NullMarked
package org.parley.profile;

import org.jspecify.annotations.NullMarked;
