/**
 * Slack's limits on blocks, views, elements and texts, checked as Slack checks them. Door: {@code BlockLimits}, and
 * {@code BlockSearch} to find an element again. Needs no other room.
 */
@NullMarked
package dev.quartermaster.bot.workspace.blocks;

import org.jspecify.annotations.NullMarked;
