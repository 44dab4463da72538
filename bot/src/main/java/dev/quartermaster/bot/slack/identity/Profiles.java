package dev.quartermaster.bot.slack.identity;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.model.User;
import dev.quartermaster.bot.slack.web.Answered;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.bot.slack.web.Web;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Slack profiles, remembered for three minutes: who somebody is may be that old, what they may do never is. */
@Component
final class Profiles {
    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MOST = 20_000;

    private final Web web;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Optional<User> user, Instant until) {}

    Profiles(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /** @throws Unreachable when Slack cannot be asked and nothing fresh is remembered */
    Optional<User> byId(String user) {
        return remembered("id " + user, () -> user(web.quickly(slack -> slack.usersInfo(ask -> ask.user(user)))));
    }

    Optional<User> byEmail(String email) {
        return remembered(
                "email " + email, () -> found(web.call(slack -> slack.usersLookupByEmail(ask -> ask.email(email)))));
    }

    private interface Question {
        Optional<User> ask();
    }

    private Optional<User> remembered(String key, Question question) {
        Instant now = clock.instant();
        Kept known = kept.get(key);
        if (known != null && now.isBefore(known.until())) return known.user();
        Optional<User> answer = question.ask();
        if (kept.size() >= MOST) kept.values().removeIf(each -> !now.isBefore(each.until()));
        if (kept.size() < MOST) kept.put(key, new Kept(answer, now.plus(FRESH)));
        return answer;
    }

    private static Optional<User> user(Answered<UsersInfoResponse> answered) {
        return switch (answered) {
            case Answered.Fine<UsersInfoResponse>(UsersInfoResponse answer) -> Optional.ofNullable(answer.getUser());
            case Answered.Refused<UsersInfoResponse> refused -> Optional.empty();
            case Answered.Limited<UsersInfoResponse>(Duration after) -> throw new Unreachable("users.info", after);
            case Answered.Unreachable<UsersInfoResponse>(String why) -> throw new Unreachable(why, SOON);
        };
    }

    private static Optional<User> found(Answered<UsersLookupByEmailResponse> answered) {
        return switch (answered) {
            case Answered.Fine<UsersLookupByEmailResponse>(UsersLookupByEmailResponse answer) ->
                Optional.ofNullable(answer.getUser());
            case Answered.Refused<UsersLookupByEmailResponse> refused -> Optional.empty();
            case Answered.Limited<UsersLookupByEmailResponse>(Duration after) ->
                throw new Unreachable("users.lookupByEmail", after);
            case Answered.Unreachable<UsersLookupByEmailResponse>(String why) -> throw new Unreachable(why, SOON);
        };
    }
}
