/** The portal's pages, in methods that say what a person does there. */
package org.parley.flows.pages;
