package dev.quartermaster.bot.api;

import dev.quartermaster.actions.rulebook.Trial;
import dev.quartermaster.intents.policy.Rehearsal;
import dev.quartermaster.intents.policy.Rehearsal.Change;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** JSON of a rehearsal: what other rules would have made of past requests. */
final class RehearsalView {
    private static final int MOST = 100;

    private RehearsalView() {}

    static Map<String, Object> of(Trial.Figures figures) {
        Rehearsal.Result result = figures.result();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("words", result.words());
        view.put("asked", result.asked());
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Change change : Change.values()) {
            counts.put(change.name().toLowerCase(Locale.ROOT), result.count(change));
        }
        view.put("changed", counts);
        Map<String, Object> cards = new LinkedHashMap<>();
        result.cards().forEach((person, difference) -> cards.put(person.value(), difference));
        view.put("cards", cards);
        view.put(
                "examples",
                result.changed().stream()
                        .limit(MOST)
                        .map(RehearsalView::example)
                        .toList());
        view.put("unsaid", figures.unsaid());
        return view;
    }

    private static Map<String, Object> example(Rehearsal.Changed changed) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lease", changed.asked().lease().value());
        view.put("by", changed.asked().by().value());
        view.put("at", changed.asked().now().toString());
        view.put("before", changed.before().verdict().word());
        view.put("after", changed.after().verdict().word());
        return view;
    }
}
