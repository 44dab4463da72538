/** What a link into the simulated cluster opens: a page that says what would be there and shows the objects; knows no Slack. */
@NullMarked
package dev.quartermaster.bot.simulated;

import org.jspecify.annotations.NullMarked;
