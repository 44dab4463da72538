/** How long the embedded reader takes; stands in its package because the baseline, one embedding, is hidden there. */
@NullMarked
package dev.quartermaster.intents.reading.embedded;

import org.jspecify.annotations.NullMarked;
