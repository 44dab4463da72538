/**
 * What was handed out, to whom and until when, for those who ask: a lease and the service that answers for it. Nothing
 * here points at the folders below; knows not how a part is made.
 */
@NullMarked
package dev.quartermaster.actions.lease;

import org.jspecify.annotations.NullMarked;
