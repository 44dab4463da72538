package dev.quartermaster.bot.slack.identity;

import com.google.gson.JsonObject;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.bot.slack.web.WebApiAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slack profiles, remembered for three minutes: who somebody is may be that old where they only ask; where they decide,
 * Slack is asked {@link #now}.
 */
@Component
final class Profiles {
    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MOST = 20_000;

    private final SlackWebClient web;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Optional<Profile> profile, Instant until) {}

    Profiles(SlackWebClient web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /** @throws Unreachable when Slack cannot be asked and nothing fresh is remembered */
    Optional<Profile> byId(String user) {
        return remembered("id " + user).orElseGet(() -> now(user));
    }

    /** @throws Unreachable when Slack cannot be asked, whatever is remembered */
    Optional<Profile> now(String user) {
        return keep(
                "id " + user, found("users.info", web.quickly("users.info", Map.of("user", user), UserAnswer.class)));
    }

    Optional<Profile> byEmail(String email) {
        return remembered("email " + email)
                .orElseGet(() -> keep(
                        "email " + email,
                        found(
                                "users.lookupByEmail",
                                web.call("users.lookupByEmail", Map.of("email", email), UserAnswer.class))));
    }

    private Optional<Optional<Profile>> remembered(String key) {
        @Nullable Kept known = kept.get(key);
        return known != null && clock.instant().isBefore(known.until())
                ? Optional.of(known.profile())
                : Optional.empty();
    }

    private Optional<Profile> keep(String key, Optional<Profile> answer) {
        Instant now = clock.instant();
        if (kept.size() >= MOST) kept.values().removeIf(each -> !now.isBefore(each.until()));
        if (kept.size() < MOST || kept.containsKey(key)) kept.put(key, new Kept(answer, now.plus(FRESH)));
        return answer;
    }

    private static Optional<Profile> found(String method, WebApiAnswer<UserAnswer> answered) {
        return switch (answered) {
            case WebApiAnswer.Fine<UserAnswer>(UserAnswer answer) -> {
                @Nullable JsonObject user = answer.user();
                yield Optional.ofNullable(user).map(Profile::new);
            }
            case WebApiAnswer.Refused<UserAnswer> refused -> Optional.empty();
            case WebApiAnswer.Limited<UserAnswer>(Duration after) -> throw new Unreachable(method, after);
            case WebApiAnswer.Unreachable<UserAnswer>(String why) -> throw new Unreachable(why, SOON);
        };
    }
}
