package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.text.Mrkdwn;
import org.jspecify.annotations.Nullable;

/**
 * The content of one Slack message.
 *
 * @param text mrkdwn for notifications and as the fall-back when Slack refuses the blocks, so it must make sense alone;
 *     people's own words in it are escaped by {@link Mrkdwn}
 * @param blocks a JSON array of at most 50 blocks; null: the text is all
 */
public record Message(String text, @Nullable String blocks) {
    /** All of help is fewer; a longer one would be a wall. */
    private static final int MOST_LINES = 100;

    public Message {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A message needs a text: Slack shows it in notifications");
        }
    }

    public static Message text(String text) {
        return new Message(text, null);
    }

    /** Sentences of ours that may quote people, each line by {@link Mrkdwn#said}; at most 100 lines, the rest is left out. */
    public static Message said(String words) {
        StringBuilder lines = new StringBuilder();
        words.lines()
                .limit(MOST_LINES)
                .forEach(line -> lines.append(Mrkdwn.said(line)).append('\n'));
        return text(lines.toString().isBlank() ? "…" : lines.toString().stripTrailing());
    }
}
