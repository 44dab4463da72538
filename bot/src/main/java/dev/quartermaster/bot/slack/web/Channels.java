package dev.quartermaster.bot.slack.web;

import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.ConversationType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up channels by name, and whether the bot is a member. Cached for five minutes; a name that is not known is
 * asked for again at most every half minute, because listing a large workspace takes many calls.
 */
@Component
public final class Channels {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int PAGES = 20;
    private static final int PAGE = 1_000;

    private final SlackWebClient web;
    private final InstantSource clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    public Channels(SlackWebClient web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /** @param member whether the bot may post there */
    public record Channel(String id, boolean member) {}

    private record Known(Map<String, Channel> byName, Instant at) {}

    /**
     * @param name without {@code #}
     * @return empty when there is none, or when Slack does not let us list them
     * @throws Unreachable when Slack has to be asked and cannot be
     */
    public Optional<Channel> named(String name) {
        Known now = known;
        Channel channel = now.byName().get(name);
        Duration patience = channel == null ? AGAIN : FRESH;
        if (clock.instant()
                .isBefore(now.at().equals(Instant.MIN) ? Instant.MIN : now.at().plus(patience))) {
            return Optional.ofNullable(channel);
        }
        return Optional.ofNullable(listed().byName().get(name));
    }

    private synchronized Known listed() {
        Map<String, Channel> byName = new HashMap<>();
        @Nullable String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            ConversationsListResponse answer = page(cursor).orElse(null);
            if (answer == null || answer.getChannels() == null) {
                break;
            }
            answer.getChannels()
                    .forEach(each -> byName.put(each.getName(), new Channel(each.getId(), each.isMember())));
            cursor = answer.getResponseMetadata() == null
                    ? null
                    : answer.getResponseMetadata().getNextCursor();
            if (cursor == null || cursor.isEmpty()) {
                break;
            }
        }
        known = new Known(Map.copyOf(byName), clock.instant());
        return known;
    }

    private Optional<ConversationsListResponse> page(@Nullable String cursor) {
        List<ConversationType> types = List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL);
        return switch (web.call(slack -> slack.conversationsList(
                ask -> ask.types(types).excludeArchived(true).limit(PAGE).cursor(cursor)))) {
            case WebApiAnswer.Fine<ConversationsListResponse>(ConversationsListResponse answer) -> Optional.of(answer);
            case WebApiAnswer.Refused<ConversationsListResponse> refused -> Optional.empty();
            case WebApiAnswer.Limited<ConversationsListResponse>(Duration after) ->
                throw new Unreachable("conversations.list", after);
            case WebApiAnswer.Unreachable<ConversationsListResponse>(String why) ->
                throw new Unreachable(why, Duration.ofSeconds(2));
        };
    }
}
