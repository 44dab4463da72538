/** A headless Chromium for trials of pages; knows nothing of what the pages are about. */
@NullMarked
package dev.quartermaster.bot.browser;

import org.jspecify.annotations.NullMarked;
