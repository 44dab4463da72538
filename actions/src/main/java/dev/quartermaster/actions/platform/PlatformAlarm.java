package dev.quartermaster.actions.platform;

/**
 * Published as an application event; the platform team's channel hears it once a key, however often it is published and
 * by however many processes. So whoever sees the trouble says so every time, and nothing has to remember that it did.
 *
 * @param key the trouble's own, such as {@code lease-abcdefghij/home/no-storage-class}; at most 150 characters
 * @param words for people, what is wrong and what to do; may quote others, and is never taken for mark-up
 */
public record PlatformAlarm(String key, String words) {
    private static final int LONGEST_KEY = 150;

    public PlatformAlarm {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("Not an alarm's key: " + key);
        }
    }
}
