package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.conversation.spend.SpendAnswer;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Evidence.By;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.slash.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out one intent: what changes something goes to {@code RequestService}, what asks is answered. */
@Component
public class IntentHandler {
    private final RequestService desk;
    private final RequestSubmission submission;
    private final Bundles bundles;
    private final TargetResolver targets;
    private final DecisionsInWords decisions;
    private final StopAndWithdraw endings;
    private final WhyAnswer explaining;
    private final ListAnswer listing;
    private final AccessAnswer access;
    private final SpendAnswer spending;
    private final QuestionCards questions;
    private final ReplacementQuestion replacing;
    private final RelativeSizes relative;
    private final FormerSize former;
    private final RunningChange running;
    private final JobRun jobs;
    private final NextBest instead;
    private final Outbox outbox;

    IntentHandler(
            RequestService desk,
            RequestSubmission submission,
            Bundles bundles,
            TargetResolver targets,
            DecisionsInWords decisions,
            StopAndWithdraw endings,
            WhyAnswer explaining,
            ListAnswer listing,
            AccessAnswer access,
            SpendAnswer spending,
            QuestionCards questions,
            ReplacementQuestion replacing,
            RelativeSizes relative,
            FormerSize former,
            RunningChange running,
            JobRun jobs,
            NextBest instead,
            Outbox outbox) {
        this.desk = desk;
        this.submission = submission;
        this.bundles = bundles;
        this.targets = targets;
        this.decisions = decisions;
        this.endings = endings;
        this.explaining = explaining;
        this.listing = listing;
        this.access = access;
        this.spending = spending;
        this.questions = questions;
        this.replacing = replacing;
        this.relative = relative;
        this.former = former;
        this.running = running;
        this.jobs = jobs;
        this.instead = instead;
        this.outbox = outbox;
    }

    /**
     * What one intent was read from.
     *
     * @param line the reading as shown on the card
     * @param changing the request that it is to take the place of; null: it is one of its own
     */
    public record Read(
            Mrkdwn line,
            Evidence evidence,
            Reading.From from,
            @Nullable Request changing) {
        By by() {
            return evidence.by();
        }

        QuestionCards.Shown shown() {
            return shown(from.notes(), List.of());
        }

        /** @param facts what else is said of it, in sentences */
        QuestionCards.Shown shown(List<String> notes, List<String> facts) {
            return new QuestionCards.Shown(line, from.why(), notes, facts);
        }
    }

    public void perform(IncomingMessage asking, Intent intent, Read read) {
        switch (intent) {
            case Intent.Launch launch -> wish(asking, launch, read);
            case Intent.Grant grant -> wish(asking, grant, read);
            case Intent.Extend extend -> extend(asking, extend, read);
            case Intent.Stop stop -> endings.stop(asking, stop.target(), read);
            case Intent.Withdraw withdraw -> endings.withdraw(asking, withdraw.target(), read);
            case Intent.Show show -> listing.show(asking, show);
            case Intent.Holders holders -> access.holders(asking, holders.dataset());
            case Intent.Spend spend -> spending.spend(asking, spend, read.from().candidate());
            case Intent.Decide decide -> decisions.inWords(asking, decide);
            case Intent.Help help -> say(asking, Commands.help(help.topic(), catalogue()));
            case Intent.Find find -> say(asking, Commands.help("find", catalogue()));
            case Intent.Resize resize -> resize(asking, resize, read);
            case Intent.Resume resume -> instead.resume(asking, resume.target());
            case Intent.Transfer transfer -> instead.transfer(asking, transfer.target(), transfer.to());
            case Intent.Run run -> run(asking, run, read);
            case Intent.Why why -> explaining.why(asking, why);
        }
    }

    /** What is doubtful, or not all that was asked for, is shown first; yes is the command that means it. */
    private void wish(IncomingMessage asking, Intent intent, Read read) {
        Candidate candidate = read.from().candidate();
        if (read.changing() != null) {
            replacing.ask(asking, read.changing(), intent, read);
            return;
        }
        if (!read.from().confirm() || candidate == null) {
            submission.submit(asking, intent, read);
            return;
        }
        Optional<Intent> change = read.from().changes() ? running.of(asking, intent) : Optional.empty();
        if (change.isPresent()) {
            perform(asking, change.get(), new Read(Mrkdwn.ours(""), read.evidence(), read.from(), null));
            return;
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option("Yes", CommandText.of(intent)));
        options.addAll(read.from().others());
        questions.confirm(asking, "I read it as this. Shall I ask for it?", read.shown(), options);
    }

    /** What is doubtful is shown first, and yes is the command that runs it; it takes the place of nothing. */
    private void run(IncomingMessage asking, Intent.Run run, Read read) {
        switch (jobs.of(run)) {
            case JobRun.Meant.Said(String words) -> say(asking, words);
            case JobRun.Meant.Asked(Intent.Launch launch) -> {
                if (read.from().confirm() && read.from().candidate() != null) {
                    questions.confirm(
                            asking,
                            "I read it as this. Shall I run it?",
                            read.shown(),
                            List.of(new Option("Yes", CommandText.of(run))));
                } else {
                    submission.submit(asking, launch, read);
                }
            }
        }
    }

    private void extend(IncomingMessage asking, Intent.Extend extend, Read read) {
        change(
                asking,
                new Change(
                        extend.target(),
                        target -> new Intent.Extend(target, extend.term()),
                        lease -> "Keep " + Disambiguation.name(lease) + " longer?",
                        "extend",
                        lease -> true),
                read);
    }

    /** What was not said in so many numbers is worked out and shown before it is asked for. */
    private void resize(IncomingMessage asking, Intent.Resize resize, Read read) {
        TargetResolver.Meant<Lease> meant = targets.lease(asking, resize.target(), bundles.current());
        if (resize.parameters().isEmpty()) {
            if (!former.offered(asking, meant.found(), "", read)) {
                say(asking, "Nothing of yours had another size before. `/qm list` shows what you have.");
            }
            return;
        }
        if (RelativeSizes.in(resize) && meant.one().isPresent()) {
            relative.ask(asking, meant.one().get(), resize, read);
            return;
        }
        change(
                asking,
                new Change(
                        resize.target(),
                        target -> new Intent.Resize(target, resize.parameters()),
                        lease -> "Change the size of " + Disambiguation.name(lease) + "?",
                        "change",
                        this::sized),
                read);
    }

    /** What a change from a sentence does to whoever uses the thing: that is shown before it is done. */
    private String effect(IncomingMessage asking, Intent intent, Read read) {
        return read.by() == By.SLASH || !(intent instanceof Intent.Resize)
                ? ""
                : desk.resizing(asking.person(), intent).map(Resizing::effect).orElse("");
    }

    private boolean sized(Lease lease) {
        return catalogue().path(lease.plan().path()).filter(GoldenPath::sized).isPresent();
    }

    /** What is to change about something that runs. @param verb as in "there is nothing to …" */
    private record Change(
            Target target,
            Function<Target, Intent> meaning,
            Function<Lease, String> question,
            String verb,
            Predicate<Lease> possible) {
        /** What fills in the form, the thing still to be chosen; null: it counts from what that is. */
        @Nullable
        String form() {
            Intent any = meaning.apply(new Target.Last());
            return any instanceof Intent.Resize resize && RelativeSizes.in(resize) ? null : CommandText.of(any);
        }

        Intent of(Lease lease) {
            return meaning.apply(new Target.Id(lease.id().value()));
        }
    }

    private void change(IncomingMessage asking, Change change, Read read) {
        TargetResolver.Meant<Lease> all = targets.lease(asking, change.target(), bundles.current());
        // Of one that is named its own refusal says why not, and what to do instead.
        TargetResolver.Meant<Lease> meant = all.found().size() > 1 ? all.only(change.possible()) : all;
        if (meant.found().isEmpty() && !all.found().isEmpty()) {
            say(asking, "Nothing of yours that runs can have another size. `/qm list` shows what you have.");
            return;
        }
        Optional<Intent> intent = meant.one().map(change::of);
        if (intent.isPresent() && read.changing() != null) {
            replacing.ask(asking, read.changing(), intent.get(), read);
        } else if (intent.isPresent()
                && (read.from().confirm() || !effect(asking, intent.get(), read).isEmpty())) {
            String question = change.question().apply(meant.one().orElseThrow());
            questions.confirm(
                    asking,
                    (question + " " + effect(asking, intent.get(), read)).strip(),
                    read.shown(),
                    List.of(new Option("Yes", CommandText.of(intent.get()))));
        } else if (intent.isPresent()) {
            submission.submit(asking, intent.get(), read);
        } else if (meant.found().isEmpty()) {
            String none = "Nothing of yours is running, so there is nothing to " + change.verb()
                    + ". `/qm list` shows what you have.";
            say(asking, Disambiguation.none(meant, change.target(), none));
        } else {
            questions.ask(
                    asking,
                    Disambiguation.question(meant, change.target()),
                    Disambiguation.lease(meant.found(), asking.by().zone(), change::of),
                    change.form(),
                    read.from().notes());
        }
    }

    private Catalogue catalogue() {
        return bundles.current().catalogue();
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
