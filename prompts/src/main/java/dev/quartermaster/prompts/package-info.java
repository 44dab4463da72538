/** Text the readers learn from, by name and hash; knows nothing else. */
@NullMarked
package dev.quartermaster.prompts;

import org.jspecify.annotations.NullMarked;
