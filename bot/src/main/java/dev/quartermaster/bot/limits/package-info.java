/**
 * How much each person or API token may send within a time, counted in the database for all replicas. Door: {@code
 * Allowances}, the token buckets, and {@code PersonRateLimits}, which also tells people in Slack when to send again.
 */
@NullMarked
package dev.quartermaster.bot.limits;

import org.jspecify.annotations.NullMarked;
