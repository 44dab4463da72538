package dev.quartermaster.bot.slack.outbox;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.Message.Metadata;
import dev.quartermaster.bot.slack.outbox.AddressResolver.Spot;
import dev.quartermaster.bot.slack.outbox.OutboxRepository.Standing;
import dev.quartermaster.bot.slack.outbox.SendOutcome.Refused;
import dev.quartermaster.bot.slack.outbox.SendOutcome.Sent;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.bot.slack.web.WebApiAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one outbox message as one call of Slack's Web API. Links are not unfurled and names not linked: what a message
 * says is all it does.
 */
@Component
final class MessageCalls {
    static final String MARK = "quartermaster";
    private static final String UPDATE = "chat.update";
    private static final String PUBLISH = "views.publish";
    private static final String UNPOSTED = "never_posted";

    /** Slack minds the blocks, so they may pass without a table, and the text alone. */
    private static final Set<String> BLOCKS = Set.of(
            "invalid_blocks",
            "invalid_blocks_format",
            "msg_blocks_too_long",
            "blocks_too_long",
            "invalid_attachments",
            "only_one_table_allowed");

    private final SlackWebClient web;
    private final OutboxRepository repository;
    private final LaneClaims lanes;
    private final AddressResolver addresses;
    private final FileCalls files;

    MessageCalls(
            SlackWebClient web,
            OutboxRepository repository,
            LaneClaims lanes,
            AddressResolver addresses,
            FileCalls files) {
        this.files = files;
        this.web = web;
        this.repository = repository;
        this.lanes = lanes;
        this.addresses = addresses;
    }

    SendOutcome send(OutboxMessage outgoing) {
        try {
            SendOutcome outcome = once(outgoing, outgoing.blocks());
            return outgoing.blocks() != null && outcome instanceof Refused(String error) && BLOCKS.contains(error)
                    ? plainer(outgoing, outgoing.blocks(), error)
                    : outcome;
        } catch (Unreachable e) {
            // Nothing was sent now: an account, a DM or the history could not be looked up. What was doubtful still is.
            return new SendOutcome.Unreachable(String.valueOf(e.getMessage()), outgoing.doubtful(), e.after());
        }
    }

    /** Its table written out, where it has one; otherwise, or where that does not pass either, its text alone. */
    private SendOutcome plainer(OutboxMessage outgoing, String blocks, String error) {
        Optional<String> written = TableText.instead(blocks);
        SendOutcome plain = once(outgoing, written.orElse(null));
        if (written.isPresent() && plain instanceof Refused(String again) && BLOCKS.contains(again)) {
            plain = once(outgoing, null);
        }
        return plain instanceof Sent sent ? new Sent(sent.channel(), sent.ts(), sent.thread(), error) : plain;
    }

    private SendOutcome once(OutboxMessage outgoing, @Nullable String blocks) {
        return switch (outgoing.act()) {
            case POST -> spot(outgoing, outgoing.to(), spot -> post(outgoing, spot, blocks));
            case EDIT -> edit(outgoing, blocks);
            case EPHEMERAL -> ephemeral(outgoing, blocks);
            case HOME -> home(outgoing);
            case FILES ->
                spot(outgoing, outgoing.to(), spot -> files.share(outgoing, spot, () -> post(outgoing, spot, null)));
        };
    }

    private static SendOutcome spot(AddressResolver.Found found, Function<Spot, SendOutcome> then) {
        return switch (found) {
            case Spot spot -> then.apply(spot);
            case AddressResolver.Nowhere(String error) -> new Refused(error);
        };
    }

    private SendOutcome spot(OutboxMessage outgoing, Address to, Function<Spot, SendOutcome> then) {
        return spot(addresses.of(to), then);
    }

    private SendOutcome post(OutboxMessage outgoing, Spot spot, @Nullable String blocks) {
        if (outgoing.doubtful()) {
            Optional<Sent> standing = addresses.find(spot, outgoing);
            if (standing.isPresent()) return standing.get();
        }
        Metadata mark = Metadata.builder()
                .eventType(MARK)
                .eventPayload(Map.of("id", outgoing.mark().toString()))
                .build();
        WebApiAnswer<ChatPostMessageResponse> answered =
                web.call(slack -> slack.chatPostMessage(ask -> ask.channel(spot.channel())
                        .threadTs(spot.thread())
                        .text(outgoing.text())
                        .blocksAsString(blocks)
                        .metadata(mark)
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .linkNames(false)));
        return outcome(answered, null, it -> new Sent(it.getChannel(), it.getTs(), spot.thread(), null));
    }

    private SendOutcome edit(OutboxMessage outgoing, @Nullable String blocks) {
        String card = outgoing.to().id();
        Optional<Standing> standing = repository.standing(card);
        if (standing.isEmpty()) return instead(outgoing, card, blocks);
        Optional<Duration> held = lanes.held(UPDATE);
        if (held.isPresent()) return new SendOutcome.Limited(held.get(), null);
        Standing at = standing.get();
        // An absent list would leave the old blocks standing; an empty one takes them away.
        WebApiAnswer<ChatUpdateResponse> answered = web.call(slack -> slack.chatUpdate(ask -> ask.channel(at.channel())
                .ts(at.ts())
                .text(outgoing.text())
                .blocksAsString(blocks == null ? "[]" : blocks)
                .linkNames(false)));
        return outcome(answered, UPDATE, it -> new Sent(at.channel(), at.ts(), at.thread(), null));
    }

    /** Its post was refused; the newer word may pass, so it is posted where the first was to go. */
    private SendOutcome instead(OutboxMessage outgoing, String card, @Nullable String blocks) {
        return repository
                .address(card)
                .map(to -> spot(outgoing, to, spot -> post(outgoing, spot, blocks)))
                .orElseGet(() -> new Refused(UNPOSTED));
    }

    private SendOutcome ephemeral(OutboxMessage outgoing, @Nullable String blocks) {
        WebApiAnswer<ChatPostEphemeralResponse> answered = web.call(slack ->
                slack.chatPostEphemeral(ask -> ask.channel(outgoing.to().id())
                        .user(outgoing.to().more())
                        .text(outgoing.text())
                        .blocksAsString(blocks)
                        .linkNames(false)));
        return outcome(answered, null, it -> new Sent(outgoing.to().id(), "", null, null));
    }

    private SendOutcome home(OutboxMessage outgoing) {
        Optional<Duration> held = lanes.held(PUBLISH);
        if (held.isPresent()) return new SendOutcome.Limited(held.get(), null);
        WebApiAnswer<ViewsPublishResponse> answered = web.call(slack ->
                slack.viewsPublish(ask -> ask.userId(outgoing.to().id()).viewAsString(outgoing.text())));
        return outcome(answered, PUBLISH, it -> new Sent(outgoing.to().id(), "", null, null));
    }

    /** @param method that Slack limits over all channels; null: per channel */
    private static <T extends SlackApiTextResponse> SendOutcome outcome(
            WebApiAnswer<T> answered, @Nullable String method, Function<T, Sent> sent) {
        return switch (answered) {
            case WebApiAnswer.Fine<T>(T answer) -> sent.apply(answer);
            case WebApiAnswer.Limited<T>(Duration after) -> new SendOutcome.Limited(after, method);
            case WebApiAnswer.Unreachable<T>(String why) -> new SendOutcome.Unreachable(why, true, null);
            case WebApiAnswer.Refused<T>(String error) -> new Refused(error);
        };
    }
}
