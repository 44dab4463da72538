/**
 * Git repositories made from templates: kept in a folder of this process, or on a host that is configured. Knows not who
 * said yes nor what they cost, and serves nobody: doors are the provider and {@code GitFolders}.
 */
@NullMarked
package dev.quartermaster.actions.provider.repository;

import org.jspecify.annotations.NullMarked;
