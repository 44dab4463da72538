package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.ImageRules.Unoffered;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tools that the organisation doesn't offer, named in a sentence: whoever names one reads what may be used instead, and
 * gets nothing in its place without a click.
 */
final class UnofferedTools {
    private static final Pattern UNWANTED = Pattern.compile(
            "\\b(?:instead of|rather than|without|not|no|replac\\w{1,5})(?: (?:any|my|our|the|old|using|use)){0,2} $");

    /** Options of one question. */
    private static final int MOST = 5;

    /** Slots whose words are shown as they were written. */
    private static final Set<SlotName> SHOWN = Set.of(
            KnownSlot.PURPOSE,
            KnownSlot.NAME,
            KnownSlot.PROJECT,
            KnownSlot.REASON,
            KnownSlot.IMAGE,
            KnownSlot.SCRIPT,
            KnownSlot.REPOSITORY,
            KnownSlot.TARGET);

    private final Found found;
    private final Known known;
    private final List<Unoffered> named;

    UnofferedTools(Found found, Known known) {
        this.found = found;
        this.known = known;
        this.named = known.images().unoffered(found.text()).stream()
                .filter(tool -> !something(tool) && !unwanted(tool))
                .toList();
    }

    Reading told(Reading reading) {
        var commanded = reading.evidence().by() == Evidence.By.SLASH
                && !reading.evidence().candidates().isEmpty();
        if (named.isEmpty() || commanded) {
            return reading;
        }
        return switch (reading) {
            case Reading.Understood understood -> told(understood);
            case Reading.Ask ask -> told(ask);
            case Reading.Answer(var text, var evidence, var topic) ->
                courteous(topic) || decides(evidence) ? reading : instead(reading, evidence);
            case Reading.NotOurs(var why, var evidence) -> instead(reading, evidence);
        };
    }

    private Reading told(Reading.Understood understood) {
        var from = new ArrayList<Reading.From>();
        var told = false;
        for (var n = 0; n < understood.intents().size(); n++) {
            var each = understood.from().get(n);
            var words = words(each.candidate());
            var launched = understood.intents().get(n) instanceof Intent.Launch && !words.isEmpty();
            from.add(launched ? each.noting(words) : each);
            told |= launched;
        }
        var words =
                words(understood.evidence().candidates().stream().findFirst().orElse(null));
        if (told) {
            return new Reading.Understood(understood.intents(), understood.evidence(), from, understood.said());
        }
        return words.isEmpty() || decides(understood.evidence())
                ? understood
                : new Reading.Understood(
                        understood.intents(),
                        understood.evidence(),
                        from,
                        Stream.concat(understood.said().stream(), words.stream())
                                .toList());
    }

    private Reading told(Reading.Ask ask) {
        var words = words(ask.last().orElse(null));
        if (words.isEmpty()) {
            return ask;
        }
        var first = String.join(" ", words);
        return ask.between()
                ? ask.asking(first, launches(ask))
                : ask.asking(first + " " + ask.question(), ask.options());
    }

    /** Of what may be meant no more than what can be had: the tool is none of it. */
    private List<Reading.Option> launches(Reading.Ask ask) {
        return Stream.concat(
                        ask.options().stream()
                                .filter(option -> option.command().startsWith(Verb.LAUNCH.word() + " ")
                                        && known.images()
                                                .unoffered(option.command())
                                                .isEmpty()),
                        offered(known.catalogue()).stream())
                .limit(MOST)
                .toList();
    }

    /** What would suit instead is offered, and what it was read as stays known. */
    private Reading instead(Reading reading, Evidence evidence) {
        var words = words(evidence.candidates().stream().findFirst().orElse(null));
        return words.isEmpty()
                ? reading
                : new Reading.Ask(String.join(" ", words), offered(known.catalogue()), evidence);
    }

    private static List<Reading.Option> offered(Catalogue catalogue) {
        return Standard.of(Map.of(), catalogue).stream()
                .map(path -> new Reading.Option(
                        "Start " + path.title(),
                        CommandText.of(new Intent.Launch(path.name(), new TreeMap<>(), new Term.Unsaid(), ""))))
                .toList();
    }

    /** Of tools that stand in no words of a purpose, a name or the like: those are shown as they were written. */
    private List<String> words(@Nullable Candidate candidate) {
        return named.stream()
                .filter(tool -> candidate == null
                        || candidate.slots().entrySet().stream()
                                .noneMatch(each -> SHOWN.contains(each.getKey())
                                        && each.getValue()
                                                .words()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(tool.written().toLowerCase(Locale.ROOT))))
                .map(Unoffered::words)
                .distinct()
                .toList();
    }

    /** Somebody or something that is known is called that. */
    private boolean something(Unoffered tool) {
        return found.mentions().stream()
                .filter(Mention::resolved)
                .anyMatch(mention -> mention.words().start() < tool.end()
                        && tool.start() < mention.words().end());
    }

    private boolean unwanted(Unoffered tool) {
        return UNWANTED.matcher(found.text().substring(0, tool.start()).toLowerCase(Locale.ROOT))
                .find();
    }

    private static boolean courteous(Reading.@Nullable Topic topic) {
        return topic instanceof Reading.Topic.Thanks || topic instanceof Reading.Topic.Complaint;
    }

    private static boolean decides(Evidence evidence) {
        return evidence.candidates().stream()
                .anyMatch(candidate -> candidate.verb().decides());
    }
}
