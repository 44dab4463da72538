package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.alarm.PlatformChannel;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.conversation.verb.DecisionsInWords;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.guide.Guide;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Reading.Topic;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a message is answered with that asks for nothing to be done: a price, whose yes it would need, and to thanks and
 * complaints the next step with what the person has. Changes nothing; answered where nobody else reads.
 */
@Component
class TopicAnswers {
    private static final int MOST = 5;

    private final TargetResolver targets;
    private final RequestService desk;
    private final Bundles bundles;
    private final CatalogueAnswers catalogue;
    private final DecisionsInWords decisions;
    private final ResizePrice resizing;
    private final PlatformChannel platform;
    private final QuestionCards questions;
    private final Outbox outbox;

    TopicAnswers(
            TargetResolver targets,
            RequestService desk,
            Bundles bundles,
            CatalogueAnswers catalogue,
            DecisionsInWords decisions,
            ResizePrice resizing,
            PlatformChannel platform,
            QuestionCards questions,
            Outbox outbox) {
        this.targets = targets;
        this.desk = desk;
        this.bundles = bundles;
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.resizing = resizing;
        this.platform = platform;
        this.questions = questions;
        this.outbox = outbox;
    }

    /** @param text of the reading, where it is the answer */
    void answer(IncomingMessage asking, Topic topic, String text) {
        Guide guide = new Guide(bundles.current(), catalogue);
        switch (topic) {
            case Topic.Price price -> {
                if (!resizing.priced(asking, price.wish())) {
                    price(asking, price.wish(), guide);
                }
            }
            case Topic.Approvers approvers -> say(asking, guide.approvers(asking.person(), approvers.wish()));
            case Topic.Deciders deciders -> deciders(asking);
            case Topic.Capacity capacity -> say(asking, text + more());
            case Topic.Thanks thanks -> outbox.say(asking.privately(), welcome(asking));
            case Topic.Complaint complaint -> sorry(asking, complaint.target());
        }
    }

    private void price(IncomingMessage asking, Intent wish, Guide guide) {
        Guide.Quote quote = guide.price(asking.person(), wish);
        if (quote.askable()) {
            String command = CommandText.of(wish);
            questions.askPrivately(asking, quote.words(), List.of(new Option(Choices.ASK_FOR_IT, command)), command);
        } else {
            say(asking, quote.words());
        }
    }

    private void deciders(IncomingMessage asking) {
        List<Request> waiting = desk.stillWaiting(asking.person());
        if (waiting.isEmpty()) {
            say(
                    asking,
                    "Nothing of yours waits for a yes. `/qm what if`, with what you mean, says whose it would need.");
        }
        waiting.stream().limit(MOST).forEach(request -> decisions.show(asking, request));
    }

    /** What ends first, otherwise what waits, otherwise what can be asked for. */
    private Message welcome(IncomingMessage asking) {
        Mrkdwn welcome = Mrkdwn.ours("You are welcome. ");
        Optional<Lease> next = running(asking, new Target.Last()).found().stream()
                .filter(lease -> lease.from() != null)
                .min(Comparator.comparing(Lease::until));
        if (next.isPresent()) {
            return text(welcome.and(Mrkdwn.theirs(Disambiguation.name(next.get())))
                    .and(" ends ")
                    .and(Wording.moment(next.get().until()))
                    .and("; `/qm extend " + next.get().id() + " 1d` keeps it longer."));
        }
        Optional<Request> waiting = desk.stillWaiting(asking.person()).stream().findFirst();
        return text(
                waiting.isPresent()
                        ? welcome.and(Mrkdwn.theirs(waiting.get().summary()))
                                .and(" still waits for a yes; `/qm status "
                                        + waiting.get().id() + "` says whose.")
                        : welcome.and("Say what you need next, or `/qm help`."));
    }

    private void sorry(IncomingMessage asking, Target target) {
        TargetResolver.Meant<Lease> meant = running(asking, target);
        Optional<Request> one = meant.one().flatMap(lease -> desk.find(lease.request(), asking.person()));
        if (one.isPresent()) {
            say(
                    asking,
                    "I am sorry that " + Disambiguation.name(meant.found().getFirst())
                            + " does not do what it should. This is how it stands, with its links. `/qm why "
                            + one.get().id() + "` says what was decided and made." + team());
            decisions.show(asking, one.get());
        } else if (meant.found().isEmpty()) {
            say(asking, "I am sorry. Nothing of yours runs here now; `/qm list` shows what waits." + team());
        } else {
            String list = meant.found().stream()
                    .limit(MOST)
                    .map(lease -> "• " + Disambiguation.name(lease) + ": `/qm status " + lease.id() + "`")
                    .collect(Collectors.joining("\n"));
            say(asking, "I am sorry. How each of yours stands, with its links:\n" + list + "\n" + team().strip());
        }
    }

    private String more() {
        return platform.name()
                .map(channel -> " More knows the platform team, in #" + channel.replaceFirst("^#", "") + ".")
                .orElse("");
    }

    private String team() {
        return platform.name()
                .map(channel ->
                        " If it stays like that, the platform team reads #" + channel.replaceFirst("^#", "") + ".")
                .orElse("");
    }

    private TargetResolver.Meant<Lease> running(IncomingMessage asking, Target target) {
        return targets.lease(asking, target, bundles.current());
    }

    private static Message text(Mrkdwn words) {
        return Message.text(words.value());
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.privately(), Message.said(words));
    }
}
