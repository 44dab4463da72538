/** What an intent would make, as data, and its price; makes nothing. */
@NullMarked
package dev.quartermaster.intents.plan;

import org.jspecify.annotations.NullMarked;
