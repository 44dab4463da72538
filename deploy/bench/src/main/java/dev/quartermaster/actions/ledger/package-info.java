/** How fast a team's spend is told from millions of intervals; in the ledger's package, to call what it calls. */
@NullMarked
package dev.quartermaster.actions.ledger;

import org.jspecify.annotations.NullMarked;
