/**
 * Puts the process together: what is embedded, what is real, what is simulated. Door: {@code EnvironmentCheck}. May
 * point to every room, and none points here but the program's start.
 */
@NullMarked
package dev.quartermaster.bot.wiring;

import org.jspecify.annotations.NullMarked;
