/** What people hear without asking: cards, progress, results, kept true as requests change; decides nothing. */
@NullMarked
package dev.quartermaster.bot.announce;

import org.jspecify.annotations.NullMarked;
