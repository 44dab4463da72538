/**
 * What only the platform team can mend, told in its channel or the log: broken files, accounts in doubt, look-alike
 * names, grants that could not be undone, events given up on. Has no door; each class listens to one kind of event.
 * Points to {@code slack}.
 */
@NullMarked
package dev.quartermaster.bot.announce.alarm;

import org.jspecify.annotations.NullMarked;
