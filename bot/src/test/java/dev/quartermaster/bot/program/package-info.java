/**
 * The whole program for tests, with everything embedded: how it is started, and how people speak to it; knows no test.
 */
@NullMarked
package dev.quartermaster.bot.program;

import org.jspecify.annotations.NullMarked;
