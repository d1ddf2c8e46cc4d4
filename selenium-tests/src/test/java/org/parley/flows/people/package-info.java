/** The people of the running copy, each with a browser, and the copy itself. */
package org.parley.flows.people;
