package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.reading.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reading in the words of the contract with the outside ({@code POST /api/interpret}); maps, lists, strings, numbers. */
public final class InterpretView {

    private static final double LIKELY = 0.6;
    private static final double STANDS_OUT = 1.5;

    private InterpretView() {}

    public static Map<String, Object> of(Reading reading) {
        var evidence = reading.evidence();
        var view = new LinkedHashMap<String, Object>();
        var verbs =
                evidence.candidates().stream().map(Candidate::verb).distinct().count();
        var unsure = reading instanceof Reading.Ask asked && asked.between() && verbs != 1;
        view.put(
                "readings",
                (unsure ? likeliest(evidence.candidates()) : evidence.candidates())
                        .stream().map(InterpretView::reading).toList());
        if (reading instanceof Reading.Ask ask && worthShowing(ask)) {
            view.put(
                    "ask",
                    Map.of(
                            "question",
                            ask.told(),
                            "options",
                            ask.options().stream().map(Reading.Option::label).toList()));
        }
        if (reading instanceof Reading.Understood understood) {
            asked(understood).ifPresent(question -> view.put("ask", question));
        }
        view.put("by", evidence.by().name().toLowerCase(Locale.ROOT));
        if (!evidence.remark().isEmpty()) {
            view.put("remark", evidence.remark());
        }
        return view;
    }

    /** What the gate keeps from being done at once is a question with a button; what is left out is named in it. */
    private static Optional<Map<String, Object>> asked(Reading.Understood understood) {
        return understood.from().stream()
                .filter(from -> !from.why().isEmpty())
                .findFirst()
                .map(from -> Map.of(
                        "question",
                        Stream.concat(Stream.of(from.why()), from.notes().stream())
                                .collect(Collectors.joining(" ")),
                        "options",
                        Stream.concat(Stream.of("Yes"), from.others().stream().map(Reading.Option::label))
                                .toList()));
    }

    /**
     * A name the catalogue does not know already stands under {@code unresolved}; the question is repeated here only
     * where one of its options is probably what was meant, or nothing is unresolved.
     */
    private static boolean worthShowing(Reading.Ask ask) {
        var unresolved = ask.evidence().candidates().stream()
                .flatMap(candidate -> candidate.slots().values().stream())
                .filter(slot -> !slot.resolved())
                .map(slot -> slot.value().toString())
                .toList();
        return unresolved.isEmpty()
                || ask.evidence().by() == Evidence.By.SLASH
                || unresolved.stream()
                        .anyMatch(written -> ask.options().stream()
                                .anyMatch(option -> Nearest.likeness(written, option.label()) >= LIKELY));
    }

    /** Of the alternatives that are asked about, the one that stands out; none where two are about as likely. */
    private static List<Candidate> likeliest(List<Candidate> alternatives) {
        return alternatives.size() > 1
                        && alternatives.getFirst().confidence()
                                >= STANDS_OUT * alternatives.get(1).confidence()
                ? List.of(alternatives.getFirst())
                : List.of();
    }

    private static Map<String, Object> reading(Candidate candidate) {
        var slots = new LinkedHashMap<String, Object>();
        var words = new LinkedHashMap<String, Object>();
        candidate.slots().forEach((name, slot) -> {
            slots.put(name.text(), slot.value());
            if (!slot.words().isEmpty()) {
                words.put(name.text(), slot.words());
            }
        });
        var unresolved = candidate.slots().entrySet().stream()
                .filter(entry -> !entry.getValue().resolved())
                .map(entry -> entry.getKey().text())
                .toList();
        var view = new LinkedHashMap<String, Object>();
        view.put("intent", candidate.verb().word());
        view.put("slots", slots);
        view.put("confidence", Math.round(candidate.confidence() * 1000) / 1000.0);
        view.put("evidence", words);
        view.put("unresolved", unresolved);
        return view;
    }
}
