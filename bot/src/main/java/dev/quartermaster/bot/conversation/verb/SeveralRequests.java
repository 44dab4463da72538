package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.RequestLine;
import dev.quartermaster.bot.conversation.dialogue.RequestLines;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Several requests of one message that are not all done at once: one message with a line for each, and none is done. */
@Component
public class SeveralRequests {
    private static final int MOST = 8;
    private static final String ACCESS = "Get access to data";
    private static final String EXTENSION = "Keep it longer";
    private static final String SIZE = "Change its size";

    private final TargetResolver targets;
    private final Bundles bundles;
    private final RelativeSizes relative;
    private final RequestLineWords words;
    private final RequestLines lines;

    SeveralRequests(
            TargetResolver targets,
            Bundles bundles,
            RelativeSizes relative,
            RequestLineWords words,
            RequestLines lines) {
        this.targets = targets;
        this.bundles = bundles;
        this.relative = relative;
        this.words = words;
        this.lines = lines;
    }

    /** One of several. */
    public sealed interface Part {
        /** @param last whether it is what was read last, and may be changed by what is said next */
        record Meant(Intent intent, Reading.From from, boolean last) implements Part {}

        /**
         * @param form the command that fills in its form, as far as it goes; null: it has none
         * @param notes what was said and is not in it, one sentence each
         * @param last whether it is what was read last, and may be changed by what is said next
         */
        record Asked(
                Candidate about,
                String question,
                List<Option> options,
                @Nullable String form,
                List<String> notes,
                boolean last)
                implements Part {}

        default List<String> said() {
            return switch (this) {
                case Meant meant -> meant.from().notes();
                case Asked asked -> asked.notes();
            };
        }
    }

    /** Whether it is asked for and judged, so that it has a line. */
    public static boolean lined(Intent intent) {
        return switch (intent) {
            case Intent.Launch launch -> true;
            case Intent.Grant grant -> true;
            case Intent.Extend extend -> true;
            case Intent.Resize resize -> !resize.parameters().isEmpty();
            default -> false;
        };
    }

    /**
     * @param remark something about the reading that they should know; may be empty
     * @return false: nothing was shown, because it is only one or can all be done at once
     */
    public boolean showIfSeveral(IncomingMessage asking, List<Part> parts, String remark) {
        if (parts.size() < 2 || parts.stream().allMatch(part -> atOnce(asking, part))) {
            return false;
        }
        List<RequestLine> shown = parts.stream()
                .limit(MOST)
                .map(part -> line(asking, part).because(why(part)))
                .toList();
        lines.show(asking, head(parts, remark), shown);
        return true;
    }

    private static String why(Part part) {
        return part instanceof Part.Meant meant ? meant.from().why() : "";
    }

    private static String head(List<Part> parts, String remark) {
        Set<String> head = new LinkedHashSet<>();
        head.add(remark);
        parts.forEach(
                part -> head.add(part instanceof Part.Meant meant ? meant.from().why() : ""));
        head.add("I read several requests in that. Nothing is asked for yet.");
        // What is in none of them is said once.
        parts.forEach(
                part -> part.said().stream().filter(SeveralRequests::isLeftOut).forEach(head::add));
        if (parts.size() > MOST) {
            head.add("These are the first " + MOST + " of " + parts.size()
                    + "; say the others in a message of their own.");
        }
        head.remove("");
        return String.join(" ", head);
    }

    static boolean isLeftOut(String note) {
        return note.startsWith(Reading.LEFT_OUT);
    }

    private boolean atOnce(IncomingMessage asking, Part part) {
        return switch (part) {
            case Part.Asked asked -> false;
            case Part.Meant meant when meant.from().confirm() && meant.from().candidate() != null -> false;
            case Part.Meant meant ->
                switch (meant.intent()) {
                    case Intent.Extend extend ->
                        targets.lease(asking, extend.target(), bundles.current())
                                .one()
                                .isPresent();
                    // What it does to whoever uses it is shown first.
                    case Intent.Resize resize -> false;
                    default -> true;
                };
        };
    }

    private RequestLine line(IncomingMessage asking, Part part) {
        return switch (part) {
            case Part.Asked(var about, var question, var options, var form, var notes, var last) ->
                words.asking(name(about), question, options, form, notes, last);
            case Part.Meant(Intent.Extend extend, Reading.From from, boolean last) ->
                changing(asking, extend.target(), target -> new Intent.Extend(target, extend.term()), from, last);
            case Part.Meant(Intent.Resize resize, Reading.From from, boolean last) ->
                changing(asking, resize.target(), target -> new Intent.Resize(target, resize.parameters()), from, last);
            case Part.Meant(Intent intent, Reading.From from, boolean last) ->
                words.complete(asking, intent, from.notes(), from.others(), last);
        };
    }

    /** What to call something of which something is still to be said: {@code Keep it longer: my notebook}. */
    private static String name(Candidate about) {
        String said = about.slots().values().stream()
                .map(slot -> slot.words().isBlank() ? Wording.value(slot.value()) : slot.words())
                .collect(Collectors.joining(", "));
        String verb = switch (about.verb()) {
            case GRANT -> ACCESS;
            case EXTEND -> EXTENSION;
            case RESIZE -> SIZE;
            default -> "Start something";
        };
        return said.isEmpty() ? verb : verb + ": " + said;
    }

    private RequestLine changing(
            IncomingMessage asking, Target target, Function<Target, Intent> meaning, Reading.From from, boolean last) {
        TargetResolver.Meant<Lease> meant = targets.lease(asking, target, bundles.current());
        Optional<Lease> one = meant.one();
        if (one.isPresent()) {
            List<String> notes = new ArrayList<>(from.notes());
            Intent intent = meaning.apply(new Target.Id(one.get().id().value()));
            Intent counted =
                    intent instanceof Intent.Resize resize ? relative.counted(one.get(), resize, notes) : intent;
            return words.complete(asking, counted, notes, from.others(), last);
        }
        Intent any = meaning.apply(new Target.Last());
        boolean relative = any instanceof Intent.Resize resize && RelativeSizes.in(resize);
        String question = meant.found().isEmpty()
                ? Disambiguation.none(meant, target, "Nothing of yours is running. `/qm list` shows what you have.")
                : Disambiguation.question(meant, target);
        return words.asking(
                any instanceof Intent.Extend ? EXTENSION : SIZE,
                question,
                Disambiguation.lease(
                        meant.found(),
                        asking.by().zone(),
                        lease -> meaning.apply(new Target.Id(lease.id().value()))),
                relative || meant.found().isEmpty() ? null : CommandText.of(any),
                from.notes(),
                last);
    }
}
