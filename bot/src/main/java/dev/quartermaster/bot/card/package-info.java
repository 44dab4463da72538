/**
 * What people see in Slack, as blocks; pure, decides nothing and sends nothing. Here is what all cards and forms are
 * made of: {@code Blocks}, {@code Modal}, {@code Wording} and the ids of buttons ({@code ActionIds}). The sub-folders
 * point here.
 */
@NullMarked
package dev.quartermaster.bot.card;

import org.jspecify.annotations.NullMarked;
