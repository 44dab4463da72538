/**
 * The simulated cluster as people see it: which parts are simulated ({@code Simulation}), where links into it lead, and
 * the page they open. Knows no Slack.
 */
@NullMarked
package dev.quartermaster.bot.simulated;

import org.jspecify.annotations.NullMarked;
