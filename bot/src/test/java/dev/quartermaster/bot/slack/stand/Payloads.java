package dev.quartermaster.bot.slack.stand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What Slack sends, one file a case, in the shapes of its documentation; {@code {id}} and the like are filled in. */
public final class Payloads {
    private Payloads() {}

    public static String of(String name, String... pairs) {
        try (InputStream file = Payloads.class.getResourceAsStream("/slack/" + name)) {
            if (file == null) throw new IllegalArgumentException(name);
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < pairs.length; i += 2) text = text.replace("{" + pairs[i] + "}", pairs[i + 1]);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String message(String user, String text) {
        return of("message-in-direct-conversation.json", "id", "Ev" + Edge.unique(), "user", user, "text", text);
    }
}
