/** Changes of rules that people write here: tried on the past, decided by the file's owner, in force over the folder's files; knows no Slack. */
@NullMarked
package dev.quartermaster.actions.rulebook;

import org.jspecify.annotations.NullMarked;
