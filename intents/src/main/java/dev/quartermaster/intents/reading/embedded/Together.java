package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The requests of one message as candidates: what a later one leaves unsaid, an earlier one says. */
final class Together {

    private static final Pattern AS_LONG =
            Pattern.compile("\\b(?:as long|same (?:length|time|period|duration|dates|window))\\b");
    private static final Pattern IT =
            Pattern.compile("\\b(?:it|them|that|those|this|one|another|their|its|instead|both)\\b");
    private static final Pattern BOTH =
            Pattern.compile("\\b(?:both|each|all (?:of them|of it|three|four|this|that)|everything)\\b");

    private final Function<String, Found> find;

    Together(Function<String, Found> find) {
        this.find = find;
    }

    List<Candidate> candidates(List<Judged> requests) {
        var candidates = new ArrayList<Candidate>();
        for (var request : requests) {
            for (var one : each(request)) {
                candidates.add(candidates.isEmpty() ? one : completed(one, request, candidates, requests));
            }
        }
        return spread(candidates, requests);
    }

    /** One length said for all ("both for two weeks"), or once for several rights, is that of each; never of several. */
    private static List<Candidate> spread(List<Candidate> candidates, List<Judged> requests) {
        var said = requests.stream()
                .map(Judged::text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        var together =
                BOTH.matcher(said).find() || candidates.stream().allMatch(candidate -> candidate.verb() == Verb.GRANT);
        var timed = candidates.stream().filter(Together::timed).toList();
        if (!together || candidates.size() < 2 || timed.size() != 1) {
            return candidates;
        }
        return candidates.stream()
                .map(candidate -> timed(candidate) || !candidate.verb().takes(KnownSlot.FOR)
                        ? candidate
                        : with(candidate, timed.getFirst()))
                .toList();
    }

    /** When something starts, how long it lasts or when it ends. */
    private static boolean lasts(SlotName slot) {
        return slot instanceof KnownSlot known && known.kind() == KnownSlot.Kind.TIME && known.shared();
    }

    private static boolean timed(Candidate candidate) {
        return candidate.slots().keySet().stream().anyMatch(Together::lasts);
    }

    private static Candidate with(Candidate candidate, Candidate timed) {
        var slots = new LinkedHashMap<>(candidate.slots());
        timed.slots().forEach((name, slot) -> {
            if (lasts(name)) {
                slots.put(name, slot);
            }
        });
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private List<Candidate> each(Judged request) {
        var whole = Message.candidate(request, request.verb(), request.odds());
        return switch (request.verb()) {
            case LAUNCH -> Listed.several(request.found()) ? launches(request, whole) : List.of(whole);
            case GRANT -> grants(request, whole);
            default -> List.of(whole);
        };
    }

    private List<Candidate> launches(Judged request, Candidate whole) {
        var pieces = Listed.pieces(request.found());
        var launches = new ArrayList<Candidate>();
        for (var piece : pieces) {
            var candidate = Message.candidate(request.in(piece, find.apply(piece)), Verb.LAUNCH, request.odds());
            var slots = new LinkedHashMap<>(candidate.slots());
            whole.slots().keySet().stream()
                    .filter(name -> name instanceof KnownSlot known && known.shared())
                    .filter(name -> !slots.containsKey(name))
                    .forEach(name -> slots.put(name, whole.slots().get(name)));
            launches.add(new Candidate(Verb.LAUNCH, slots, request.odds()));
        }
        return launches;
    }

    /** One grant a dataset: each has its own owner and its own end. */
    private static List<Candidate> grants(Judged request, Candidate whole) {
        var datasets = request.found().mentions().stream()
                .filter(mention -> mention.slot().equals(KnownSlot.DATASET))
                .filter(mention -> !request.text()
                        .substring(0, mention.words().start())
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s).*\\b(?:not|instead of|rather than|but not) (?:on |to |the ){0,20}$"))
                .toList();
        if (datasets.stream().map(mention -> mention.value()).distinct().count() < 2
                || whole.slots().containsKey(KnownSlot.DATASET)
                        && whole.slots().get(KnownSlot.DATASET).value() instanceof List<?>) {
            return List.of(whole);
        }
        var grants = new LinkedHashMap<Object, Candidate>();
        for (var dataset : datasets) {
            var slots = new LinkedHashMap<>(whole.slots());
            slots.put(
                    KnownSlot.DATASET, new Slot(dataset.value(), dataset.words().text(), dataset.resolved()));
            grants.putIfAbsent(dataset.value(), new Candidate(Verb.GRANT, slots, whole.confidence()));
        }
        return List.copyOf(grants.values());
    }

    private static Candidate completed(Candidate one, Judged request, List<Candidate> before, List<Judged> all) {
        var said = request.text().toLowerCase(Locale.ROOT);
        var slots = new LinkedHashMap<>(one.slots());
        if (AS_LONG.matcher(said).find() && !slots.containsKey(KnownSlot.FOR) && !slots.containsKey(KnownSlot.UNTIL)) {
            List.of(KnownSlot.FOR, KnownSlot.UNTIL)
                    .forEach(time -> earlier(before, time).ifPresent(slot -> slots.put(time, slot)));
            slots.computeIfPresent(
                    KnownSlot.PURPOSE,
                    (name, slot) ->
                            AS_LONG.matcher(slot.value().toString()).find() || "just as long".equals(slot.value())
                                    ? null
                                    : slot);
        }
        if (!IT.matcher(said).find()) {
            return new Candidate(one.verb(), slots, one.confidence());
        }
        var subject = one.verb().decides() ? null : one.verb().subject().orElse(null);
        if (subject == KnownSlot.DATASET && !slots.containsKey(subject)) {
            earlier(before, subject)
                    .or(() -> earlier(before, KnownSlot.QUERY)
                            .map(query -> new Slot(query.value(), query.words(), false)))
                    .ifPresent(slot -> slots.put(subject, slot));
        }
        if (subject == KnownSlot.PATH
                && (!slots.containsKey(subject)
                        || request.found().first(subject).isEmpty())) {
            earlier(before, subject).or(() -> pathNamed(all, request)).ifPresent(slot -> slots.put(subject, slot));
        }
        if (subject == KnownSlot.TARGET
                && (slots.get(subject) == null
                        || "last".equals(slots.get(subject).value()))) {
            earlier(before, subject)
                    .filter(slot -> !"last".equals(slot.value()))
                    .ifPresent(slot -> slots.put(subject, slot));
        }
        if (subject == KnownSlot.TEAM
                && (!slots.containsKey(subject) || slots.get(subject).words().isBlank())) {
            earlier(before, subject)
                    .filter(slot -> !slot.words().isBlank())
                    .ifPresent(slot -> slots.put(subject, slot));
        }
        return new Candidate(one.verb(), slots, one.confidence());
    }

    private static Optional<Slot> earlier(List<Candidate> before, KnownSlot slot) {
        return before.reversed().stream()
                .filter(candidate -> candidate.slots().containsKey(slot))
                .map(candidate -> candidate.slots().get(slot))
                .findFirst();
    }

    private static Optional<Slot> pathNamed(List<Judged> all, Judged request) {
        return all.subList(0, all.indexOf(request)).reversed().stream()
                .flatMap(judged -> judged.found().first(KnownSlot.PATH).stream())
                .map(mention -> new Slot(mention.value(), mention.words().text(), mention.resolved()))
                .findFirst();
    }
}
