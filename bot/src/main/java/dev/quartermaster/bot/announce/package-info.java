/**
 * What people hear without asking: cards, progress and results, kept true as requests change; decides nothing. Door:
 * {@code RequestCards}, {@code BreakGlassCards}, {@code RuleChangeCards}, {@code CardPlacements} (which message shows
 * which request), {@code HomeTabs} and {@code StoredCommands}. Points to {@code card}, {@code simulated} and {@code
 * slack}.
 */
@NullMarked
package dev.quartermaster.bot.announce;

import org.jspecify.annotations.NullMarked;
