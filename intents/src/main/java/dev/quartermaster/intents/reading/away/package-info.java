/** What somebody says about being away: until when, and who covers; may not know who is away or what a cover may do. */
@NullMarked
package dev.quartermaster.intents.reading.away;

import org.jspecify.annotations.NullMarked;
