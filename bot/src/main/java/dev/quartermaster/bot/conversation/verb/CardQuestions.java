package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.request.LeaseFacts;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.policy.PersonRights;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Answers what is asked about a thing below its card: when it ends, how it is opened, what it cost and why; and a bare
 * "why not?" after a no. Only to those who may see the request; what it opens is shown to its owner alone.
 */
@Component
public class CardQuestions {
    private static final String NOT_THEIRS =
            "What it has cost is told to whose it is, to their team and to platform leads.";
    private static final int LONGEST = 120;
    /** A no of longer ago is not what a bare question is about. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final Pattern WHY_NOT = Pattern.compile(
            "\\W*(?:(?:and|but|so|ok|okay|hm+|oh|no)\\W+){0,3}(?:why|why not|how come|why (?:was|is|did|has) (?:it|that|this|my request|he|she|they|[\\p{L}]+)(?: been)?"
                    + " (?:denied|refused|rejected|declined|turned down|not approved|(?:say|said) no|(?:deny|refuse|reject|decline|turn)(?: (?:it|that|this|me|my request))?(?: down)?))"
                    + "(?: (?:though|then|please|exactly))?\\W*");
    private static final Pattern SAID_NO = Pattern.compile("\\b(?:den|refus|reject|declin|turn|no|not)");
    private static final Pattern ASKS = Pattern.compile(
            "\\W*(?:(?:and|so|but|ok|okay|hi|hey|hello|please|sorry|yes|also|thanks)\\W+){0,4}(?:what|when|why|how|where|until when|which|is|are|did|does|do|has|can (?:you|i)"
                    + " (?:tell|show|send|see|have|get|open)|could you (?:tell|show|send)|(?:tell|show|send|give) me|i (?:need|lost|forgot) (?:the|my))\\b.*");
    private static final Pattern EXPENSIVE = Pattern.compile(
            "\\b(?:why|how come|what makes)\\b.*\\b(?:expensive|costly|pric(?:e|y)|dear|so much|that much|costs?)\\b");
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:passwords?|passwd|credentials?|log ?in|sign in|tokens?|urls?|links?|address|(?:open|access|connect to|get into|reach|start using|use) (?:it|this|that|them)|get in)\\b");
    /** Of whatever runs, where no card says of what. */
    private static final Pattern SECRET = Pattern.compile(
            "\\b(?:passwords?|passwd|credentials?|(?:open|access|connect to|get into|log in to) (?:it|this|that))\\b");

    /** "Great. Link?" */
    private static final Pattern LINK = Pattern.compile(
            "\\W*(?:(?:and|great|thanks|thank you|cool|ok|perfect|nice|ta|so|please)\\W+){0,4}(?:the |my )?(?:links?|url|password|login|address)(?: (?:please|pls|then))?\\W*");
    /** By whoever decides, of what the card says already. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:how long|until when|for how long|how much|what(?: exactly)?)\\b.{0,12}\\b(?:did|does|do|has|have) (?:he|she|they|[\\p{L}]{2,20}) ask(?:ed)? for\\b");

    private static final Pattern END = Pattern.compile(
            "\\b(?:(?:when|what time)\\b.*\\b(?:ends?|expires?|over|runs? out|stops?|gone|finish(?:es)?)|until when|how (?:long|much longer|much time)\\b.*\\b(?:left|lasts?|(?:do|have|can) (?:i|we)\\b.*|is it|does it (?:run|go on))"
                    + "|time (?:is )?left)\\b");
    private static final Pattern COST = Pattern.compile(
            "\\b(?:(?:what|how much)\\b.{0,20}\\b(?:(?:it|this|that)\\b.{0,12}\\b(?:costs?|charged?)|(?:costs?|is) (?:it|this|that))|what (?:has|did) (?:it|this|that) costs?"
                    + "|costs? so far|how much (?:did|does|has|is|was|will) (?:it|this|that))\\b");
    /** Of another size: that has a price of its own. */
    private static final Pattern OTHER =
            Pattern.compile("\\d|\\b(?:would|if|another|bigger|larger|smaller|more|extend|longer)\\b");

    private final RequestService desk;
    private final Leases leases;
    private final WhyAnswer explaining;
    private final ThingQuestions things;
    private final DecisionsInWords decisions;
    private final QuestionCards questions;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final Outbox outbox;

    CardQuestions(
            RequestService desk,
            Leases leases,
            WhyAnswer explaining,
            ThingQuestions things,
            DecisionsInWords decisions,
            QuestionCards questions,
            Bundles bundles,
            DatabaseTime time,
            Outbox outbox) {
        this.desk = desk;
        this.leases = leases;
        this.explaining = explaining;
        this.things = things;
        this.decisions = decisions;
        this.questions = questions;
        this.bundles = bundles;
        this.time = time;
        this.outbox = outbox;
    }

    /** @return false: it asks nothing of the kind, or about nothing that they may see; nothing was said */
    public boolean answered(IncomingMessage asking) {
        String said = asking.words().strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        if (said.length() > LONGEST) {
            return false;
        }
        if (WHY_NOT.matcher(said).matches()) {
            Optional<RequestId> denied =
                    explaining.denied(asking, LATELY, !SAID_NO.matcher(said).find());
            denied.ifPresent(id -> explaining.why(asking, new Intent.Why(new Target.Id(id.value()))));
            return denied.isPresent();
        }
        if (asking.about() == null && asking.direct() && LINK.matcher(said).matches()) {
            return which(asking);
        }
        return carded(asking, said) || things.answered(asking, said);
    }

    private boolean carded(IncomingMessage asking, String said) {
        if (!ASKS.matcher(said).matches()) {
            return false;
        }
        return asking.about() == null
                ? asking.direct() && SECRET.matcher(said).find() && which(asking)
                : desk.find(asking.about(), asking.person())
                        .filter(request -> answered(asking, request, said))
                        .isPresent();
    }

    /** Elsewhere than below a card: the one there is, or which of them. */
    private boolean which(IncomingMessage asking) {
        List<Lease> live = leases.of(asking.person()).stream()
                .filter(lease -> lease.state() == Lease.State.LIVE)
                .filter(lease -> lease.owner().equals(asking.person()))
                .toList();
        Optional<Request> only = live.size() == 1 ? desk.find(live.getFirst().request()) : Optional.empty();
        if (only.isPresent()) {
            open(asking, only.get(), true);
        } else if (!live.isEmpty()) {
            questions.askPrivately(
                    asking,
                    Disambiguation.QUESTION,
                    Disambiguation.lease(
                            live,
                            asking.by().zone(),
                            lease -> new Intent.Show(
                                    Intent.Show.What.ONE,
                                    new Target.Id(lease.id().value()),
                                    false)));
        }
        return !live.isEmpty();
    }

    private boolean answered(IncomingMessage asking, Request request, String said) {
        Lease lease = leases.find(request.lease()).orElse(null);
        LeaseFacts facts = new LeaseFacts(request, lease, time.now());
        if (ASKED.matcher(said).find() && !request.askers().contains(asking.person())) {
            outbox.say(asking.reply(), facts.asked());
        } else if (EXPENSIVE.matcher(said).find()) {
            outbox.say(asking.privately(), facts.price());
        } else if (OPEN.matcher(said).find()) {
            open(asking, request, lease != null && lease.state() == Lease.State.LIVE);
        } else if (END.matcher(said).find() && !OTHER.matcher(said).find()) {
            outbox.say(asking.reply(), facts.end());
        } else if (COST.matcher(said).find() && !OTHER.matcher(said).find()) {
            outbox.say(asking.privately(), seesMoney(asking, request) ? facts.cost() : Message.said(NOT_THEIRS));
        } else {
            return false;
        }
        return true;
    }

    private boolean seesMoney(IncomingMessage asking, Request request) {
        return request.askers().contains(asking.person())
                || new PersonRights(bundles.current().people()).maySeeSpend(asking.person(), request.team());
    }

    private void open(IncomingMessage asking, Request request, boolean live) {
        Request original = leases.find(request.lease())
                .flatMap(lease -> desk.find(lease.request()))
                .orElse(request);
        boolean owner = original.owner().equals(asking.person());
        String words = !live
                ? original.state() == State.WAITING
                        ? "There is nothing to open yet: it waits for a yes."
                        : "There is nothing to open: it is not running."
                : owner
                        ? "This opens it: its links, and the button for its credentials where it has any. Nobody but you"
                                + " is shown them."
                        : "How it is opened is shown only to whose it is.";
        outbox.say(asking.privately(), Message.said(words));
        if (live && owner) {
            decisions.show(asking, original);
        }
    }
}
