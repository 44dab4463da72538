/** What operators see: health and metrics; knows no person, team or purpose. */
@NullMarked
package dev.quartermaster.bot.observe;

import org.jspecify.annotations.NullMarked;
