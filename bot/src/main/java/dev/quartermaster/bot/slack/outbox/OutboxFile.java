package dev.quartermaster.bot.slack.outbox;

/**
 * A file to be shared.
 *
 * @param name with its ending, such as {@code spend.csv}
 * @param alt what a picture shows, for whoever does not see it; empty for what is no picture. At most 1,000 characters
 * @param content at most 5 MiB
 */
public record OutboxFile(String name, String title, String alt, byte[] content) {
    /** Bytes. */
    public static final int LARGEST = 5 << 20;

    public OutboxFile {
        if (content.length == 0 || content.length > LARGEST || alt.length() > 1_000) {
            throw new IllegalArgumentException("Not a file to share: " + name + ", " + content.length + " bytes");
        }
    }

    @Override
    public String toString() {
        return "OutboxFile[" + name + ", " + content.length + " bytes]";
    }
}
