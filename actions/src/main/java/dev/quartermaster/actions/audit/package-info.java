/** The record: a hash chain of facts per request, written in the transaction of what it records. */
@NullMarked
package dev.quartermaster.actions.audit;

import org.jspecify.annotations.NullMarked;
