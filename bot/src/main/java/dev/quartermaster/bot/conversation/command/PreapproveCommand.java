package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.preapproval.PreapprovalRequest;
import dev.quartermaster.actions.preapproval.Preapprovals;
import dev.quartermaster.actions.preapproval.Preapprovals.Window;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.bot.card.request.PreapprovalCard;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * {@code /qm preapprove growth 2 a100 until Friday}: asks for approval of later launches, from whoever would approve
 * one, and posts its card.
 */
@Component
class PreapproveCommand implements CommandHandler {
    private static final Pattern WANTED =
            Pattern.compile("([a-z0-9.-]{1,63})\\s+(\\d{1,2})\\s*x?\\s*([a-z0-9]{1,20})s?\\s+(until .{1,60})");

    private final Preapprovals preapprovals;
    private final Bundles bundles;
    private final RightsNow rights;
    private final Outbox outbox;

    PreapproveCommand(Preapprovals preapprovals, Bundles bundles, RightsNow rights, Outbox outbox) {
        this.preapprovals = preapprovals;
        this.bundles = bundles;
        this.rights = rights;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("preapprove", "pre-approve");
    }

    @Override
    public String usage() {
        return "<team> <number> <kind of GPU> until <when>";
    }

    @Override
    public String about() {
        return "Have so many GPUs agreed on beforehand, to start without asking until then";
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Optional<Window> window = window(asking, rest);
        if (window.isEmpty()) {
            say(asking, "Write it as: /qm preapprove growth 2 a100 until Friday.");
            return;
        }
        switch (preapprovals.ask(
                asking.by().deciding(), window.get(), asking.key().value())) {
            case Preapprovals.Answer.Done(PreapprovalRequest asked) -> {
                post(asked);
                say(asking, "Asked for: " + asked.words() + ". You hear of it once it is decided.");
            }
            case Preapprovals.Answer.Declined(String words) -> say(asking, words);
        }
    }

    private static Optional<Window> window(IncomingMessage asking, String rest) {
        Matcher wanted = WANTED.matcher(CaseFolding.lower(rest.strip()));
        if (!wanted.matches()) {
            return Optional.empty();
        }
        int gpus = Integer.parseInt(wanted.group(2));
        Optional<Instant> end = TimeGrammar.find(
                        Sentence.of(wanted.group(4)), asking.at(), asking.by().zone())
                .stream()
                .filter(TimeExpression.Until.class::isInstance)
                .map(TimeExpression.Until.class::cast)
                .findFirst()
                .map(until -> PeriodEnds.end(until.iso(), asking.by().zone()));
        return end.filter(until -> gpus >= 1 && gpus <= 64)
                .map(until -> new Window(new TeamId(wanted.group(1)), gpus, wanted.group(3), until));
    }

    /** The card, to each who may decide and the approvals channel; drawn again where it stands already. */
    void post(PreapprovalRequest asked) {
        Bundle bundle = bundles.current();
        Set<PersonId> may = rights.shown().of(asked.deciders(), asked.by());
        var card = PreapprovalCard.of(asked, may, bundle.people());
        may.forEach(person ->
                outbox.post(new MessageKey("pre:" + asked.id() + ":" + person), new Recipient.Person(person), card));
        outbox.post(
                new MessageKey("pre:" + asked.id() + ":#"),
                new Recipient.Channel(bundle.organisation().approvalsChannel()),
                card);
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
