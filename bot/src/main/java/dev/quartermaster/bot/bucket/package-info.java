/** The page that a bucket's link opens: S3 is nothing for a browser, so it says what is. Knows no bucket and no Slack. */
@NullMarked
package dev.quartermaster.bot.bucket;

import org.jspecify.annotations.NullMarked;
