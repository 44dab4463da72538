/** The doctor on simulated and stubbed neighbours. */
@NullMarked
package dev.quartermaster.bot.doctor;

import org.jspecify.annotations.NullMarked;
