package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants as the command that means it, without {@code /qm}: the one place where commands are written, for
 * readings, buttons, offers and answers to questions. The grammar reads back exactly what was written, whatever people
 * put into names and purposes; times are written as moments, so that a button means tomorrow what it meant today.
 */
public final class CommandText {
    private final StringBuilder line;

    private CommandText(Verb verb) {
        line = new StringBuilder(verb.word());
    }

    public static String of(Intent intent) {
        return switch (intent) {
            case Intent.Launch launch ->
                new CommandText(Verb.LAUNCH)
                        .word(launch.path().value())
                        .parameters(launch.parameters())
                        .wanted(launch.term(), launch.from(), launch.grantee(), launch.purpose());
            case Intent.Grant grant ->
                new CommandText(Verb.GRANT)
                        .word(grant.dataset().value())
                        .word(grant.access() == Access.WRITE ? "write" : "read")
                        .wanted(grant.term(), grant.from(), grant.grantee(), grant.purpose());
            case Intent.Extend(var target, var term) ->
                term instanceof Term.For(var length)
                        ? on(Verb.EXTEND, target).word(length(length)).written()
                        : on(Verb.EXTEND, target).term(term).written();
            case Intent.Resize(var target, var parameters) ->
                on(Verb.RESIZE, target).parameters(parameters).written();
            case Intent.OnTarget does -> on(Verb.of(does), does.target()).written();
            case Intent.Transfer(var target, var to) ->
                on(Verb.TRANSFER, target).option(KnownSlot.GRANTEE, to.value()).written();
            case Intent.Show show -> show(show);
            case Intent.Holders(var dataset) ->
                new CommandText(Verb.LIST)
                        .word("access")
                        .option(KnownSlot.DATASET, dataset == null ? null : dataset.value())
                        .written();
            case Intent.Spend(var team, var period) ->
                new CommandText(Verb.SPEND)
                        .word(team == null ? "" : team.value())
                        .option(KnownSlot.PERIOD, period == null ? null : period(period))
                        .written();
            case Intent.Decide(var request, var choice, var reason) ->
                on(choice == Intent.Decide.Choice.APPROVE ? Verb.APPROVE : Verb.DENY, request)
                        .said(KnownSlot.REASON, reason)
                        .written();
            case Intent.Run(var job) ->
                new CommandText(Verb.RUN).option(KnownSlot.JOB, job).written();
            case Intent.Find(var query) ->
                new CommandText(Verb.FIND).option(KnownSlot.QUERY, query).written();
            case Intent.Why(var target, var refused) ->
                on(Verb.WHY, target).word(refused ? "refused" : "").written();
            case Intent.Help(var topic) ->
                new CommandText(Verb.HELP).said(KnownSlot.QUERY, topic).written();
        };
    }

    private static String show(Intent.Show show) {
        var line = switch (show.what()) {
            case ONE -> on(Verb.STATUS, show.target());
            case ALL -> new CommandText(Verb.LIST);
            case WAITING -> new CommandText(Verb.LIST).word("waiting");
        };
        var named = show.named();
        return line.option(KnownSlot.TEAM, named != null ? named.value() : show.team() ? "mine" : null)
                .written();
    }

    private static CommandText on(Verb verb, Target target) {
        var line = new CommandText(verb);
        return switch (target) {
            case Target.Id(var id) -> line.word(id);
            case Target.Described(var words) -> line.option(KnownSlot.TARGET, words);
            case Target.Last last -> line.word("last");
        };
    }

    /** A reading that may not be all there yet; what no command takes is left out. */
    public static String of(Candidate candidate) {
        var verb = candidate.verb();
        var line = new CommandText(verb);
        var places = Commands.places(verb).stream()
                .filter(slot -> slot.kind() != KnownSlot.Kind.TIME)
                .toList();
        places.stream()
                .filter(candidate.slots()::containsKey)
                .forEach(slot -> line.place(slot, value(candidate.slots().get(slot))));
        candidate.slots().forEach((name, slot) -> {
            if (name instanceof KnownSlot known && Commands.takes(verb, known)) {
                if (!places.contains(known)) {
                    line.option(known, written(known, value(slot)));
                }
            } else if (verb.parameters()) {
                name.parameter().ifPresent(parameter -> line.option(parameter, amount(name, value(slot))));
            }
        });
        return line.written();
    }

    /** Ids and names stand where they are expected; a description is told apart by its option. */
    private void place(KnownSlot slot, String value) {
        var described =
                slot == KnownSlot.TARGET && !FieldValues.TARGET.matcher(value).matches();
        if (slot == KnownSlot.WHAT) {
            // What else is listed is all in one list.
            word(value.equals("approvals") ? "waiting" : value.equals("access") ? value : "");
        } else if (described || slot.kind() == KnownSlot.Kind.TEXT || value.startsWith("-")) {
            option(slot, value);
        } else {
            word(Pieces.written(value));
        }
    }

    private static String written(KnownSlot slot, String value) {
        return slot == KnownSlot.FOR ? length(Duration.parse(value)) : value;
    }

    private static String amount(SlotName slot, String value) {
        return slot == KnownSlot.MEMORY_GB && value.matches("[0-9]+") ? value + "Gi" : value;
    }

    private static String value(Slot slot) {
        return slot.value() instanceof List<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining(","))
                : slot.value().toString();
    }

    /** The same with one slot changed. */
    public static String with(Candidate candidate, KnownSlot slot, String value) {
        Map<SlotName, Slot> slots = new LinkedHashMap<>(candidate.slots());
        slots.put(slot, new Slot(value, value, true));
        return of(new Candidate(candidate.verb(), slots, 1));
    }

    private CommandText word(String word) {
        line.append(word.isEmpty() ? "" : " " + word);
        return this;
    }

    private CommandText option(KnownSlot slot, @Nullable String value) {
        return option(slot.called(), value);
    }

    private CommandText option(String name, @Nullable String value) {
        if (value != null) {
            line.append(' ').append(Parameter.option(name)).append(' ').append(Pieces.written(value));
        }
        return this;
    }

    /** Where nothing was said there is nothing to write. */
    private CommandText said(KnownSlot slot, String words) {
        return option(slot, words.isEmpty() ? null : words);
    }

    private CommandText parameters(Map<String, Value> parameters) {
        parameters.forEach((name, value) -> option(name, exactly(value)));
        return this;
    }

    private static String exactly(Value value) {
        return switch (value) {
            // Nothing is rounded: what is no whole number of MiB is written out in GiB.
            case Value.Quantity size ->
                Value.Quantity.ofMib(size.mib()).equals(size)
                        ? size.text()
                        : size.gib().toPlainString() + "Gi";
            case Value.Span(var length) -> length(length);
            case Value.Whole whole -> whole.text();
            case Value.Schedule schedule -> schedule.text();
            case Value.Relative relative -> relative.text();
            case Value.Text(var text) -> text;
        };
    }

    private String wanted(Term term, @Nullable Instant from, @Nullable PersonId grantee, String purpose) {
        return term(term)
                .option(KnownSlot.FROM, from == null ? null : from.toString())
                .option(KnownSlot.GRANTEE, grantee == null ? null : grantee.value())
                .said(KnownSlot.PURPOSE, purpose)
                .written();
    }

    private CommandText term(Term term) {
        return switch (term) {
            case Term.Unsaid unsaid -> this;
            case Term.For(var length) -> option(KnownSlot.FOR, length(length));
            case Term.Until(var end) -> option(KnownSlot.UNTIL, end.toString());
        };
    }

    /** As people write it, where that is exact. */
    private static String length(Duration length) {
        var whole = length.getNano() == 0 && length.toSeconds() % 60 == 0 && length.toMinutes() < 1_000_000;
        return whole ? new Value.Span(length).text() : length.toString();
    }

    private static String period(Period period) {
        return period.from() + "/" + period.to().minusDays(1);
    }

    private String written() {
        return line.toString();
    }
}
