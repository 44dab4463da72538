/** What the tests of Slack's edge stand on: a Slack with memory and faults, a real PostgreSQL, the edge as it runs; knows no test. */
@NullMarked
package dev.quartermaster.bot.slack.stand;

import org.jspecify.annotations.NullMarked;
