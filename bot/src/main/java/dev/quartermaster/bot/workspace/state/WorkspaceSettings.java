package dev.quartermaster.bot.workspace.state;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the wiring tells the local workspace.
 *
 * @param accounts the people one can be; at least one, the first is who a newcomer is
 * @param channels the public channels; the bot is a member of each
 * @param eventsUrl where the bot takes what Slack sends, {@code POST /slack/events}
 * @param signingSecret with which every delivery is signed (v0, HMAC-SHA256)
 * @param botToken the only token the Web API admits
 * @param folder keeps conversations and files across restarts; made when absent
 * @param apiTokens by email, each account's token for the REST API; shown on the page, so sample tokens only
 * @param notice what the page's banner says after "simulated Slack on this machine": what else is simulated. Asked at every page load
 * @param time what the page's clock buttons move
 */
public record WorkspaceSettings(
        List<Account> accounts,
        List<Channel> channels,
        URI eventsUrl,
        String signingSecret,
        String botToken,
        Path folder,
        Map<String, String> apiTokens,
        Supplier<String> notice,
        ClockOffset time) {
    public WorkspaceSettings {
        accounts = List.copyOf(accounts);
        channels = List.copyOf(channels);
        apiTokens = Map.copyOf(apiTokens);
        if (accounts.isEmpty()) throw new IllegalArgumentException("the local workspace needs at least one account");
    }

    @Override
    public String toString() {
        return "WorkspaceSettings[" + accounts.size() + " accounts, " + channels.size() + " channels, " + folder + "]";
    }

    /** One sample person. {@code id} is short and lower case; the Slack user id is derived from it and never changes. */
    public record Account(String id, String email, String name, String role, String team) {}

    /** One public channel, its name without {@code #}, its members by {@link Account#id()}. */
    public record Channel(String name, List<String> members) {
        public Channel {
            members = List.copyOf(members);
            if (!name.matches("[a-z0-9_-]{1,80}")) throw new IllegalArgumentException("not a channel name: " + name);
        }
    }
}
