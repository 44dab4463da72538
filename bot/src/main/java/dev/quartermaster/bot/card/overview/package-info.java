/**
 * Several requests and leases at a glance: lists, Home, digests, who has access to data. Points to
 * {@code card} and {@code card.request}.
 */
@NullMarked
package dev.quartermaster.bot.card.overview;

import org.jspecify.annotations.NullMarked;
