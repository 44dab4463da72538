package dev.quartermaster.bot.slack.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What is said.
 *
 * @param text mrkdwn for notifications and as the fall-back when Slack refuses the blocks, so it must make sense alone;
 *     people's own words in it are escaped by {@link dev.quartermaster.bot.slack.text.Mrkdwn}
 * @param blocks a JSON array of at most 50 blocks; null: the text is all
 */
public record Message(String text, @Nullable String blocks) {
    public Message {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A message needs a text: Slack shows it in notifications");
        }
    }

    public static Message text(String text) {
        return new Message(text, null);
    }
}
