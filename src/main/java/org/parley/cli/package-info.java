/** Commands an operator runs beside the portal: migrations, accounts, demo people. */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
