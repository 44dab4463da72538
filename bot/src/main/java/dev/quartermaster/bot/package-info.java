/**
 * The program's start ({@code Quartermaster}), and all that meets the world: Slack, the API, the page. Knows not how a
 * part is made.
 */
@NullMarked
package dev.quartermaster.bot;

import org.jspecify.annotations.NullMarked;
