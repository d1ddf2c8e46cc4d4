/** What people do with Parley, each flow in real browsers against the whole running product. */
package org.parley.flows;
