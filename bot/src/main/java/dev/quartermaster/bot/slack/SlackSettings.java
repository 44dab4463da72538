package dev.quartermaster.bot.slack;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one Slack workspace.
 *
 * @param app Socket Mode's token; null: Slack posts to {@code /slack/events}
 * @param api prefix of the Web API's methods, ending in a slash
 */
public record SlackSettings(
        Secret signing, Secret bot, @Nullable Secret app, URI api) {
    public static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    public static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    public static final String APP_TOKEN = "SLACK_APP_TOKEN";
    public static final String API_URL = "SLACK_API_URL";
    private static final URI SLACK = URI.create("https://slack.com/api/");

    public SlackSettings {
        if (api.getHost() == null || !List.of("http", "https").contains(api.getScheme())) {
            throw new CannotStart(API_URL + " is not an http or https address: " + api);
        }
        if (!api.toString().endsWith("/")) api = URI.create(api + "/");
    }

    /**
     * @param property a setting's value by its name; null: not set
     * @return empty when none is set: then it is the local workspace
     * @throws CannotStart when some are set and others missing or blank: half a Slack is a mistake, and never an open door
     */
    public static Optional<SlackSettings> read(Function<String, @Nullable String> property) {
        List<String> blank = Stream.of(SIGNING_SECRET, BOT_TOKEN, APP_TOKEN, API_URL)
                .filter(name -> isBlank(property.apply(name)))
                .toList();
        if (!blank.isEmpty()) {
            throw new CannotStart("Slack is half configured: " + String.join(" and ", blank)
                    + (blank.size() == 1 ? " is" : " are") + " set to nothing. Give "
                    + (blank.size() == 1 ? "it" : "them")
                    + " a value, or unset every SLACK_ setting for the local workspace.");
        }
        @Nullable Secret signing = secret(property.apply(SIGNING_SECRET));
        @Nullable Secret bot = secret(property.apply(BOT_TOKEN));
        @Nullable Secret app = secret(property.apply(APP_TOKEN));
        @Nullable Secret api = secret(property.apply(API_URL));
        if (signing == null && bot == null && app == null && api == null) return Optional.empty();
        if (signing != null && bot != null) return Optional.of(new SlackSettings(signing, bot, app, address(api)));
        List<String> missing = new ArrayList<>();
        if (signing == null) missing.add(SIGNING_SECRET);
        if (bot == null) missing.add(BOT_TOKEN);
        throw new CannotStart("Slack is half configured: " + String.join(" and ", missing)
                + " not set. Set " + (missing.size() == 1 ? "it" : "them")
                + " (api.slack.com, your app, Basic Information and OAuth), or unset every SLACK_ setting"
                + " for the local workspace.");
    }

    private static URI address(@Nullable Secret api) {
        if (api == null) return SLACK;
        try {
            return URI.create(api.value());
        } catch (IllegalArgumentException notAnAddress) {
            throw new CannotStart(API_URL + " is not an address: " + notAnAddress.getMessage());
        }
    }

    private static @Nullable Secret secret(@Nullable String value) {
        return value == null ? null : new Secret(value.strip());
    }

    /** What a secret store that lost its entry leaves: meant to be set, and no reason for a page without a login. */
    private static boolean isBlank(@Nullable String value) {
        return value != null && value.isBlank();
    }
}
