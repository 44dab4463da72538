package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What another size of the one thing that runs would cost: the rate now and then, with the form that asks for it. */
@Component
class ResizePrice {
    private static final Pattern NEW = Pattern.compile(
            " (?:an?|another|new|one more|second) (?!(?:hour|day|month|week|larger|bigger|smaller|different|size)\\b)");

    private final TargetResolver targets;
    private final RequestService desk;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final QuestionCards questions;

    ResizePrice(
            TargetResolver targets, RequestService desk, Bundles bundles, DatabaseTime time, QuestionCards questions) {
        this.targets = targets;
        this.desk = desk;
        this.bundles = bundles;
        this.time = time;
        this.questions = questions;
    }

    /** @return false: it is asked of something new, or nothing runs that could have that size; nothing was said */
    boolean priced(IncomingMessage asking, Intent wish) {
        if (!(wish instanceof Intent.Launch launch) || named(asking.words())) {
            return false;
        }
        Optional<Lease> lease = targets.lease(asking, new Target.Last(), bundles.current())
                .only(each -> path(each).filter(GoldenPath::sized).isPresent())
                .one();
        SortedMap<String, Value> other = lease.map(each -> other(each, launch)).orElse(new TreeMap<>());
        if (other.isEmpty()) {
            return false;
        }
        Intent resize = new Intent.Resize(new Target.Id(lease.get().id().value()), other);
        Optional<Resizing> resizing = desk.resizing(asking.person(), resize);
        if (resizing.isEmpty()) {
            return false;
        }
        Judgement judgement = desk.preview(asking.person(), resize);
        questions.askPrivately(
                asking, words(lease.get(), resizing.get(), judgement), List.of(), CommandText.of(resize));
        return true;
    }

    private String words(Lease lease, Resizing resizing, Judgement judgement) {
        String changes = String.join(", ", resizing.changes(judgement.intent()));
        Price price = judgement.price();
        String costs = price == null || changes.isEmpty()
                ? "that is the size it has."
                : Wording.difference(resizing, price, time.now()) + ".";
        String verdict = judgement.verdict() instanceof Verdict.Refused refused
                ? " It would be refused: "
                        + refused.reasons().stream().map(Verdict.Reason::words).collect(Collectors.joining(" "))
                : judgement.verdict() instanceof Verdict.NeedsApproval ? " It would need a yes." : "";
        return Disambiguation.name(lease) + (changes.isEmpty() ? "" : " with " + changes) + ": " + costs + verdict
                + " Nothing is changed by asking.";
    }

    /** What was said of a size, as far as it can have that. */
    private SortedMap<String, Value> other(Lease lease, Intent.Launch launch) {
        SortedMap<String, Value> other = new TreeMap<>(launch.parameters());
        List<String> sizes = path(lease).stream()
                .flatMap(path -> path.parameters().stream())
                .filter(Parameter::sizes)
                .map(Parameter::name)
                .toList();
        other.keySet().retainAll(sizes);
        return other;
    }

    private Optional<GoldenPath> path(Lease lease) {
        return bundles.current().catalogue().path(lease.plan().path());
    }

    /** Something new is named, or asked for as such: that has a price of its own. */
    private boolean named(String words) {
        String said = " " + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        Catalogue catalogue = bundles.current().catalogue();
        return NEW.matcher(said).find()
                || catalogue.paths().values().stream()
                        .flatMap(path -> Stream.concat(
                                Stream.of(path.name().value().replace('-', ' '), path.title()),
                                path.synonyms().stream()))
                        .anyMatch(name -> Pattern.compile("(?<! (?:my|our|the|this|that)) "
                                        + Pattern.quote(name.toLowerCase(Locale.ROOT)) + " ")
                                .matcher(said)
                                .find());
    }
}
