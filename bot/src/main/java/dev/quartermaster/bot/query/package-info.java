/**
 * The page on which the holder of a grant types SQL. Door: {@code QueryController}; who may is a session opened with the
 * lease's token, what may be read is for the warehouse to say. Knows no Slack, and logs neither queries nor rows.
 */
@NullMarked
package dev.quartermaster.bot.query;

import org.jspecify.annotations.NullMarked;
