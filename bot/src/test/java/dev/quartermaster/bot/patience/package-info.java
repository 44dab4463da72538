/** Waiting, being away and emergencies in the whole program, with its clock moved; knows the tables of what was said. */
@NullMarked
package dev.quartermaster.bot.patience;

import org.jspecify.annotations.NullMarked;
