/**
 * A repository's files published as a page. Holds nothing itself: a page is a mark on a repository that is kept here, and
 * {@code bot/site} serves what is marked. Doors are the provider, its kind and {@code PageAddress}.
 */
@NullMarked
package dev.quartermaster.actions.provider.website;

import org.jspecify.annotations.NullMarked;
