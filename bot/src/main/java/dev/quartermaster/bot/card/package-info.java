/** What people see of requests, leases and money, as Slack blocks; pure, decides nothing and sends nothing. */
@NullMarked
package dev.quartermaster.bot.card;

import org.jspecify.annotations.NullMarked;
