/** The time that matters to money and expiry: the database's. */
@NullMarked
package dev.quartermaster.actions.time;

import org.jspecify.annotations.NullMarked;
