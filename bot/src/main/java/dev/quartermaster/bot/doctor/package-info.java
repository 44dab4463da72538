/** The doctor as the jar's own command, at the start, on {@code /qm doctor} and as a detail of readiness; makes and changes nothing. */
@NullMarked
package dev.quartermaster.bot.doctor;

import org.jspecify.annotations.NullMarked;
