/**
 * The page in the browser: what it shows and what a person does there, typing, pressing and sending in. Door: {@code
 * PageRoutes}, which reads, and {@code PersonRoutes}, which acts. Points to {@code web}, {@code delivery}, {@code
 * state} and {@code blocks}.
 */
@NullMarked
package dev.quartermaster.bot.workspace.page;

import org.jspecify.annotations.NullMarked;
