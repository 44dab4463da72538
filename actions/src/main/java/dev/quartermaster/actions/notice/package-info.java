/** What people should hear, written in the transaction that caused it; knows not where or how it is said. */
@NullMarked
package dev.quartermaster.actions.notice;

import org.jspecify.annotations.NullMarked;
