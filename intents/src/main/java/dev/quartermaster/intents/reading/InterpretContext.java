package dev.quartermaster.intents.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a message answers, in the words of the contract with the outside ({@code POST /api/interpret}, {@code context}). */
public final class InterpretContext {
    private InterpretContext() {}

    /**
     * @param context {@code {"intent":…, "slots":…, "offered":[…]?, "done":…?}}, {@code {"waiting": {…}}}, or empty; a
     *     last reading that offered nothing is done unless it says otherwise
     * @throws IllegalArgumentException for anything else, in words
     */
    public static Context of(Map<?, ?> context) {
        if (context.isEmpty()) {
            return new Context.None();
        }
        if (context.get("waiting") instanceof Map<?, ?> waiting) {
            Object target = waiting.get("target") == null ? waiting.get("id") : waiting.get("target");
            return new Context.Waiting(target == null ? null : target.toString());
        }
        var verb = Verb.called(String.valueOf(context.get("intent")))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"context\" wants an \"intent\" of the contract, or \"waiting\"."));
        var offered = offered(context.get("offered"));
        var done = context.get("done") instanceof Boolean said ? said : offered.isEmpty();
        return new Context.Last(new Candidate(verb, slots(context.get("slots")), 1), offered, done);
    }

    private static Map<SlotName, Slot> slots(Object given) {
        Map<SlotName, Slot> slots = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> slots.put(
                    SlotName.of(name.toString()),
                    new Slot(
                            value instanceof Integer number ? Long.valueOf(number) : value,
                            String.valueOf(value),
                            true)));
        }
        return slots;
    }

    private static List<String> offered(Object given) {
        return given instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
