package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A candidate as the command that means the same, without {@code /qm}: what a button says when it is pressed. */
public final class CommandText {

    private static final Set<String> PARAMETERS =
            Set.of("size", "cpu", "memory_gb", "gpus", "gpu_kind", "workers", "image", "name");

    private CommandText() {}

    public static String of(Candidate candidate) {
        var slots = candidate.slots();
        var text = new StringBuilder(candidate.verb().word());
        for (var name : new String[] {"path", "dataset", "access", "target", "team", "query"}) {
            if (slots.containsKey(name) && takes(candidate.verb(), name)) {
                text.append(' ').append(slots.get(name).value());
            }
        }
        slots.forEach((name, slot) -> text.append(option(name, slot)));
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

    private static String option(String name, Slot slot) {
        var value = slot.value().toString();
        return switch (name) {
            case "for" -> " --duration " + new Value.Span(Duration.parse(value)).text();
            case "until", "from", "period" -> " --" + name + " " + value;
            case "grantee" -> " --for " + value;
            case "purpose", "reason" -> " --" + name + " \"" + value.replaceAll("[\"“”]", "'") + "\"";
            case "memory_gb" -> " --memory " + value + "Gi";
            default -> PARAMETERS.contains(name) ? " --" + name + " " + quoted(value) : "";
        };
    }

    private static String quoted(String value) {
        return value.matches("\\S+") ? value : "\"" + value.replaceAll("[\"“”]", "'") + "\"";
    }
}
