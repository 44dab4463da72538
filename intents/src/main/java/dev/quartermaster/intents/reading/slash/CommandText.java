package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.ParameterSlots;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A candidate as the command that means the same, without {@code /qm}: what a button says when it is pressed. */
public final class CommandText {

    private CommandText() {}

    public static String of(Candidate candidate) {
        var slots = candidate.slots();
        var text = new StringBuilder(candidate.verb().word());
        for (var name : new String[] {"path", "dataset", "access", "target", "team", "query"}) {
            if (slots.containsKey(name) && takes(candidate.verb(), name)) {
                text.append(' ').append(slots.get(name).value());
            }
        }
        slots.forEach((name, slot) -> text.append(option(candidate.verb(), name, slot)));
        return text.toString();
    }

    /** The same with one slot changed. */
    public static String with(Candidate candidate, String slot, String value) {
        Map<String, Slot> slots = new LinkedHashMap<>(candidate.slots());
        slots.put(slot, new Slot(value, value, true));
        return of(new Candidate(candidate.verb(), slots, 1));
    }

    private static boolean takes(Verb verb, String name) {
        return switch (verb) {
            case LAUNCH -> name.equals("path");
            case GRANT -> name.equals("dataset") || name.equals("access");
            case EXTEND, RESIZE, STOP, RESUME, WITHDRAW, TRANSFER, STATUS, WHY, APPROVE, DENY -> name.equals("target");
            case SPEND -> name.equals("team");
            case FIND, HELP -> name.equals("query");
            case LIST, RUN, SMALLTALK, OUTOFSCOPE -> false;
        };
    }

    private static String option(Verb verb, String name, Slot slot) {
        var value = slot.value().toString();
        return switch (name) {
            case "for" -> " --duration " + length(value);
            case "until", "from", "period" -> " --" + name + " " + value;
            case "grantee" -> " --to " + value;
            case "purpose", "reason" -> " --" + name + " \"" + value.replaceAll("[\"“”]", "'") + "\"";
            case "memory_gb" -> " --memory " + value + (slot.value() instanceof Long ? "Gi" : "");
            default -> verb == Verb.LAUNCH ? parameter(name, value) : "";
        };
    }

    private static String parameter(String slot, String value) {
        return ParameterSlots.name(slot)
                .map(name -> " " + Parameter.option(name) + " " + quoted(value))
                .orElse("");
    }

    private static String length(String iso) {
        return new Value.Span(Duration.parse(iso)).text();
    }

    private static String quoted(String value) {
        return value.matches("\\S+") ? value : "\"" + value.replaceAll("[\"“”]", "'") + "\"";
    }
}
