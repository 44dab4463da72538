/** Why something was decided as it was, from the record alone; knows no Slack and asks no other side. */
@NullMarked
package dev.quartermaster.actions.why;

import org.jspecify.annotations.NullMarked;
