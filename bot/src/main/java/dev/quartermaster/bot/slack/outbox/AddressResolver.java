package dev.quartermaster.bot.slack.outbox;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.outbox.SendOutcome.Sent;
import dev.quartermaster.bot.slack.web.Channels;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.bot.slack.web.WebApiAnswer;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the Slack channel of an address, and the message that a mark in the channel's history belongs to. */
@Component
final class AddressResolver {
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Clocks differ; Slack's and the database's by less than this. */
    private static final long SKEW = 600;

    private final SlackWebClient web;
    private final Accounts accounts;
    private final OutboxRepository repository;
    private final DirectMessages directMessages;
    private final Channels channels;

    AddressResolver(
            SlackWebClient web,
            Accounts accounts,
            OutboxRepository repository,
            DirectMessages directMessages,
            Channels channels) {
        this.channels = channels;
        this.web = web;
        this.accounts = accounts;
        this.repository = repository;
        this.directMessages = directMessages;
    }

    sealed interface Found {}

    record Spot(String channel, @Nullable String thread) implements Found {}

    record Nowhere(String error) implements Found {}

    /** @throws Unreachable when Slack has to be asked and cannot be */
    Found of(Address to) {
        return switch (to.kind()) {
            case CHANNEL -> new Spot(channel(to.id()), null);
            case THREAD -> new Spot(to.id(), to.more());
            case UNDER ->
                repository.standing(to.id()).<Found>map(AddressResolver::under).orElse(new Nowhere("root_not_posted"));
            case USER -> direct(to.id(), "");
            case PERSON ->
                accounts.of(new PersonId(to.id()))
                        .map(user -> direct(user, to.id()))
                        .orElseGet(() -> new Nowhere("no_account"));
        };
    }

    private static Spot under(OutboxRepository.Standing root) {
        return new Spot(root.channel(), root.thread() == null ? root.ts() : root.thread());
    }

    /** Ids are passed as they are; a name Slack does not list for us gets its hash, the only form of a name it takes. */
    private String channel(String channel) {
        return channel.matches("[CDGUW][A-Z0-9]+|#.*")
                ? channel
                : channels.named(channel).map(Channels.Channel::id).orElse("#" + channel);
    }

    private Found direct(String user, String person) {
        Optional<String> known = directMessages.ofUser(user);
        if (known.isPresent()) return new Spot(known.get(), null);
        return switch (web.call(slack -> slack.conversationsOpen(ask -> ask.users(List.of(user))))) {
            case WebApiAnswer.Fine<ConversationsOpenResponse>(ConversationsOpenResponse answer) -> {
                directMessages.note(user, person, answer.getChannel().getId());
                yield new Spot(answer.getChannel().getId(), null);
            }
            case WebApiAnswer.Limited<ConversationsOpenResponse>(Duration after) ->
                throw new Unreachable("conversations.open", after);
            case WebApiAnswer.Unreachable<ConversationsOpenResponse>(String why) -> throw new Unreachable(why, SOON);
            case WebApiAnswer.Refused<ConversationsOpenResponse>(String error) -> new Nowhere(error);
        };
    }

    /**
     * The message a crash left doubtful, if it stands in Slack.
     *
     * @return empty too when the history cannot be read for good: then it is repeated, at most once per crash
     */
    Optional<Sent> find(Spot spot, OutboxMessage outgoing) {
        return find(spot, outgoing, message -> marked(message, outgoing));
    }

    /** Likewise of files, by the ids Slack gave them. */
    Optional<Sent> findShared(Spot spot, OutboxMessage outgoing, Set<String> files) {
        return files.isEmpty()
                ? Optional.empty()
                : find(
                        spot,
                        outgoing,
                        message -> message.getFiles() != null
                                && message.getFiles().stream().anyMatch(file -> files.contains(file.getId())));
    }

    private Optional<Sent> find(Spot spot, OutboxMessage outgoing, Predicate<Message> meant) {
        String oldest = (outgoing.writtenAt().getEpochSecond() - SKEW) + ".000000";
        List<Message> messages = spot.thread() == null ? history(spot, oldest) : replies(spot, oldest);
        return messages.stream()
                .filter(meant)
                .findFirst()
                .map(message -> new Sent(spot.channel(), message.getTs(), spot.thread(), null));
    }

    private static boolean marked(Message message, OutboxMessage outgoing) {
        return message.getMetadata() != null
                && MessageCalls.MARK.equals(message.getMetadata().getEventType())
                && message.getMetadata().getEventPayload() != null
                && outgoing.mark()
                        .toString()
                        .equals(message.getMetadata().getEventPayload().get("id"));
    }

    private List<Message> history(Spot spot, String oldest) {
        return switch (web.call(slack -> slack.conversationsHistory(
                ask -> ask.channel(spot.channel()).oldest(oldest).limit(200).includeAllMetadata(true)))) {
            case WebApiAnswer.Fine<ConversationsHistoryResponse>(ConversationsHistoryResponse answer) ->
                answer.getMessages();
            case WebApiAnswer.Limited<ConversationsHistoryResponse>(Duration after) ->
                throw new Unreachable("conversations.history", after);
            case WebApiAnswer.Unreachable<ConversationsHistoryResponse>(String why) -> throw new Unreachable(why, SOON);
            case WebApiAnswer.Refused<ConversationsHistoryResponse> refused -> List.of();
        };
    }

    private List<Message> replies(Spot spot, String oldest) {
        return switch (web.call(slack -> slack.conversationsReplies(ask -> ask.channel(spot.channel())
                .ts(spot.thread())
                .oldest(oldest)
                .limit(200)
                .includeAllMetadata(true)))) {
            case WebApiAnswer.Fine<ConversationsRepliesResponse>(ConversationsRepliesResponse answer) ->
                answer.getMessages();
            case WebApiAnswer.Limited<ConversationsRepliesResponse>(Duration after) ->
                throw new Unreachable("conversations.replies", after);
            case WebApiAnswer.Unreachable<ConversationsRepliesResponse>(String why) -> throw new Unreachable(why, SOON);
            case WebApiAnswer.Refused<ConversationsRepliesResponse> refused -> List.of();
        };
    }
}
