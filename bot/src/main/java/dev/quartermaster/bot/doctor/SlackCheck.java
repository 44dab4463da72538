package dev.quartermaster.bot.doctor;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.WebApiAnswer;
import dev.quartermaster.intents.config.Bundle;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether Slack knows our token ({@code auth.test}), and which of the manifest's scopes it lacks. */
final class SlackCheck implements SetupCheck {
    /** Those of {@code deploy/slack/manifest.yaml}. */
    static final List<String> SCOPES = List.of(
            "app_mentions:read",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "files:write",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "users:read",
            "users:read.email");

    private static final String SUBJECT = "Slack";
    private static final String EVERYBODY = "everybody";
    private static final String GRANTED = "x-oauth-scopes";

    private final @Nullable SlackWebClient web;

    /** @param web null for the local workspace */
    SlackCheck(@Nullable SlackWebClient web) {
        this.web = web;
    }

    @Override
    public Checkup look(Bundle bundle) {
        if (web == null) {
            return Checkup.fine(
                    SUBJECT,
                    "the local workspace; " + SlackSettings.SIGNING_SECRET + " and " + SlackSettings.BOT_TOKEN
                            + " name a real one");
        }
        return switch (web.call(slack -> slack.authTest(request -> request))) {
            case WebApiAnswer.Fine<AuthTestResponse>(AuthTestResponse us) ->
                new Checkup(SUBJECT, us.getTeam() + ", as " + us.getUser(), scopes(us));
            case WebApiAnswer.Limited<AuthTestResponse>(Duration after) ->
                Checkup.unseen(
                        SUBJECT,
                        "limits us just now; ask again in " + after.toSeconds() + " s",
                        "Our token and its scopes could not be looked at.");
            case WebApiAnswer.Refused<AuthTestResponse>(String error) -> refused(error);
            case WebApiAnswer.Unreachable<AuthTestResponse>(String why) -> refused(why);
        };
    }

    private static Checkup refused(String error) {
        return new Checkup(
                SUBJECT,
                "does not know us",
                List.of(
                        new Finding(
                                "Slack answers " + error + " to our token.",
                                List.of(),
                                EVERYBODY,
                                "Set " + SlackSettings.BOT_TOKEN
                                        + " to the Bot User OAuth Token of the app (api.slack.com/apps, OAuth & Permissions).")));
    }

    private static List<Finding> scopes(AuthTestResponse us) {
        Map<String, List<String>> headers = us.getHttpResponseHeaders();
        String granted = headers == null
                ? ""
                : headers.entrySet().stream()
                        .filter(each -> GRANTED.equalsIgnoreCase(each.getKey()))
                        .flatMap(each -> each.getValue().stream())
                        .collect(Collectors.joining(","));
        if (granted.isBlank()) return List.of();
        Set<String> lacking = new TreeSet<>(SCOPES);
        Arrays.stream(granted.split(",")).map(String::strip).forEach(lacking::remove);
        return lacking.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        "The app lacks the scopes " + String.join(", ", lacking) + ".",
                        List.of(),
                        EVERYBODY,
                        "Add them as deploy/slack/manifest.yaml has them (api.slack.com/apps, OAuth & Permissions), and"
                                + " install the app again."));
    }
}
