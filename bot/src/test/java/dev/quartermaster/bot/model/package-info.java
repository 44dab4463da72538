/** The real clients against a stand-in for each provider's HTTP. */
@NullMarked
package dev.quartermaster.bot.model;

import org.jspecify.annotations.NullMarked;
