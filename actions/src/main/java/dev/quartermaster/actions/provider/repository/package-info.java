/** Git repositories made from templates, as bare ones in a folder; knows not who said yes nor what they cost. */
@NullMarked
package dev.quartermaster.actions.provider.repository;

import org.jspecify.annotations.NullMarked;
