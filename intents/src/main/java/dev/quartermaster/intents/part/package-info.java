/** What a kind of part is, as its provider describes it: its spec, what it gives, what rules must know. Knows no provider. */
@NullMarked
package dev.quartermaster.intents.part;

import org.jspecify.annotations.NullMarked;
