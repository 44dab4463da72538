/** What was handed out, to whom, until when, and the reconciler that makes it so; knows not how a part is made. */
@NullMarked
package dev.quartermaster.actions.lease;

import org.jspecify.annotations.NullMarked;
