/** Firefox, driven without a driver: through its own WebDriver BiDi socket. */
package org.parley.flows.firefox;
