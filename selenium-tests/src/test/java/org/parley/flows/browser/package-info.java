/** Browsers: starting, watching, breaking and ending them. */
package org.parley.flows.browser;
