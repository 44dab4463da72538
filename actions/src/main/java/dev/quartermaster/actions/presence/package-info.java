/** Who is away, who stands in, and when people sleep; knows no request and no Slack account. */
@NullMarked
package dev.quartermaster.actions.presence;

import org.jspecify.annotations.NullMarked;
