/**
 * The whole program as people meet it: one start, a real browser, only typing and clicking; knows no inside but the
 * outbox.
 */
@NullMarked
package dev.quartermaster.bot.stories;

import org.jspecify.annotations.NullMarked;
