package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands behind the buttons of a question: below a card they are about the thing of the card. */
@Component
class AskedCommands {

    private static final Pattern DESCRIBED =
            Pattern.compile("(stop|extend|resize)\\b(.*?) --target (?:\"([^\"]*)\"|(\\S+))(.*)");

    private final TargetResolver targets;
    private final Bundles bundles;

    AskedCommands(TargetResolver targets, Bundles bundles) {
        this.targets = targets;
        this.bundles = bundles;
    }

    List<Option> options(IncomingMessage asking, Reading.Ask ask) {
        return ask.options().stream()
                .map(option -> new Option(option.label(), pointed(asking, option.command())))
                .toList();
    }

    /** The one that fills in the form: as typed, right or wrong, or as far as a sentence was understood. */
    @Nullable
    String form(IncomingMessage asking, Reading.Ask ask) {
        if (ask.evidence().by() == Evidence.By.SLASH) {
            return asking.words().strip().replaceFirst("^(?:/qm\\s+)?(?:(?:--|—)\\s+)?", "");
        }
        // What has only other buttons is no question about what a form could say.
        boolean formed = ask.options().isEmpty()
                || ask.options().stream()
                        .anyMatch(option -> Verb.leading(option.command())
                                .filter(Verb::hasForm)
                                .isPresent());
        return Stream.concat(
                        Stream.ofNullable(ask.about()),
                        ask.about() == null ? ask.evidence().candidates().stream() : Stream.empty())
                .filter(candidate -> formed && candidate.verb().hasForm())
                .findFirst()
                .map(candidate -> pointed(asking, filled(asking, candidate)))
                .orElse(null);
    }

    /** As far as it was understood, with the thing that is meant by its id where that is plain. */
    private String filled(IncomingMessage asking, Candidate candidate) {
        boolean about = candidate.verb() == Verb.EXTEND || candidate.verb() == Verb.RESIZE;
        Optional<Lease> lease = about
                ? targets.lease(asking, target(candidate), bundles.current()).one()
                : Optional.empty();
        return lease.map(meant ->
                        CommandText.with(candidate, KnownSlot.TARGET, meant.id().value()))
                .orElseGet(() -> CommandText.of(candidate));
    }

    private static Target target(Candidate candidate) {
        Slot slot = candidate.slots().get(KnownSlot.TARGET);
        String words = slot == null ? "last" : slot.value().toString();
        return words.equals("last")
                ? new Target.Last()
                : LeaseId.of(words).<Target>map(id -> new Target.Id(id.value())).orElse(new Target.Described(words));
    }

    private String pointed(IncomingMessage asking, String command) {
        return asking.about() == null
                ? identified(asking, command)
                : targets.pointed(asking, command, bundles.current());
    }

    /** By its id where it is plain what is meant: whose it is stands in the sentence, and in no command. */
    private String identified(IncomingMessage asking, String command) {
        Matcher said = DESCRIBED.matcher(command);
        if (!said.matches()) {
            return command;
        }
        String words = said.group(3) == null ? said.group(4) : said.group(3);
        return targets.lease(asking, new Target.Described(words), bundles.current())
                .one()
                .map(lease -> said.group(1) + " " + lease.id() + said.group(2) + said.group(5))
                .orElse(command);
    }
}
