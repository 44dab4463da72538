/**
 * How long rows stay that nobody needs any more: a table, days, and which of its rows are meant; deleted by themselves.
 * Knows no table of its own: each module names its own.
 */
@NullMarked
package dev.quartermaster.actions.retention;

import org.jspecify.annotations.NullMarked;
