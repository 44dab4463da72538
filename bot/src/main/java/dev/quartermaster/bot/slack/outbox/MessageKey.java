package dev.quartermaster.bot.slack.outbox;

/** The caller's name for one message that may be edited later, such as {@code card:req-abc:omar}. At most 200 characters. */
public record MessageKey(String value) {
    public MessageKey {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("Not a message's key: " + value);
        }
    }
}
