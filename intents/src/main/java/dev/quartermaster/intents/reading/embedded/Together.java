package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The requests of one message as candidates: what a later one leaves unsaid, an earlier one says. */
final class Together {

    private static final Pattern AS_LONG =
            Pattern.compile("\\b(?:as long|same (?:length|time|period|duration|dates|window))\\b");
    private static final Pattern IT =
            Pattern.compile("\\b(?:it|them|that|those|this|one|another|their|its|instead|both)\\b");
    private static final List<String> SHARED = List.of("for", "until", "from", "project", "purpose", "team", "grantee");
    private static final Pattern BOTH =
            Pattern.compile("\\b(?:both|each|all (?:of them|of it|three|four|this|that)|everything)\\b");
    private static final List<String> TIMES = List.of("for", "until", "from");
    private static final Set<Verb> LASTING = Set.of(Verb.LAUNCH, Verb.GRANT, Verb.EXTEND);
    private static final List<String> NAMED = List.of("path", "dataset", "target");

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
                .map(candidate -> timed(candidate) || !LASTING.contains(candidate.verb())
                        ? candidate
                        : with(candidate, timed.getFirst()))
                .toList();
    }

    private static boolean timed(Candidate candidate) {
        return TIMES.stream().anyMatch(candidate.slots()::containsKey);
    }

    private static Candidate with(Candidate candidate, Candidate timed) {
        var slots = new LinkedHashMap<>(candidate.slots());
        TIMES.stream()
                .filter(timed.slots()::containsKey)
                .forEach(name -> slots.put(name, timed.slots().get(name)));
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private List<Candidate> each(Judged request) {
        var whole = Message.candidate(request, request.verb(), request.odds());
        return switch (request.verb()) {
            case LAUNCH -> Listed.several(request.found()) ? launches(request, whole) : List.of(whole);
            case GRANT -> grants(request, whole);
            case EXTEND,
                    RESIZE,
                    STOP,
                    RESUME,
                    WITHDRAW,
                    TRANSFER,
                    LIST,
                    STATUS,
                    SPEND,
                    APPROVE,
                    DENY,
                    RUN,
                    FIND,
                    WHY,
                    HELP,
                    SMALLTALK,
                    OUTOFSCOPE -> List.of(whole);
        };
    }

    private List<Candidate> launches(Judged request, Candidate whole) {
        var pieces = Listed.pieces(request.found());
        var launches = new ArrayList<Candidate>();
        for (var piece : pieces) {
            var candidate = Message.candidate(request.in(piece, find.apply(piece)), Verb.LAUNCH, request.odds());
            var slots = new LinkedHashMap<>(candidate.slots());
            SHARED.stream()
                    .filter(name -> !slots.containsKey(name) && whole.slots().containsKey(name))
                    .forEach(name -> slots.put(name, whole.slots().get(name)));
            launches.add(new Candidate(Verb.LAUNCH, slots, request.odds()));
        }
        return launches;
    }

    /** One grant a dataset: each has its own owner and its own end. */
    private static List<Candidate> grants(Judged request, Candidate whole) {
        var datasets = request.found().mentions().stream()
                .filter(mention -> mention.slot().equals("dataset"))
                .filter(mention -> !request.text()
                        .substring(0, mention.words().start())
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s).*\\b(?:not|instead of|rather than|but not) (?:on |to |the ){0,20}$"))
                .toList();
        if (datasets.stream().map(mention -> mention.value()).distinct().count() < 2
                || whole.slots().containsKey("dataset")
                        && whole.slots().get("dataset").value() instanceof List<?>) {
            return List.of(whole);
        }
        var grants = new LinkedHashMap<Object, Candidate>();
        for (var dataset : datasets) {
            var slots = new LinkedHashMap<>(whole.slots());
            slots.put("dataset", new Slot(dataset.value(), dataset.words().text(), dataset.resolved()));
            grants.putIfAbsent(dataset.value(), new Candidate(Verb.GRANT, slots, whole.confidence()));
        }
        return List.copyOf(grants.values());
    }

    private static Candidate completed(Candidate one, Judged request, List<Candidate> before, List<Judged> all) {
        var said = request.text().toLowerCase(Locale.ROOT);
        var slots = new LinkedHashMap<>(one.slots());
        if (AS_LONG.matcher(said).find() && !slots.containsKey("for") && !slots.containsKey("until")) {
            List.of("for", "until").forEach(time -> earlier(before, time).ifPresent(slot -> slots.put(time, slot)));
            slots.computeIfPresent(
                    "purpose",
                    (name, slot) ->
                            AS_LONG.matcher(slot.value().toString()).find() || "just as long".equals(slot.value())
                                    ? null
                                    : slot);
        }
        if (!IT.matcher(said).find()) {
            return new Candidate(one.verb(), slots, one.confidence());
        }
        switch (one.verb()) {
            case GRANT -> {
                if (!slots.containsKey("dataset")) {
                    earlier(before, "dataset")
                            .or(() -> earlier(before, "query")
                                    .map(query -> new Slot(query.value(), query.words(), false)))
                            .ifPresent(slot -> slots.put("dataset", slot));
                }
            }
            case LAUNCH -> {
                if (!slots.containsKey("path") || request.found().first("path").isEmpty()) {
                    earlier(before, "path")
                            .or(() -> pathNamed(all, request))
                            .ifPresent(slot -> slots.put("path", slot));
                }
            }
            case EXTEND, RESIZE, STOP, RESUME, WITHDRAW, TRANSFER, STATUS, WHY -> {
                if (slots.get("target") == null
                        || "last".equals(slots.get("target").value())) {
                    earlier(before, "target")
                            .filter(slot -> !"last".equals(slot.value()))
                            .ifPresent(slot -> slots.put("target", slot));
                }
            }
            case SPEND, LIST -> {
                if (!slots.containsKey("team") || slots.get("team").words().isBlank()) {
                    earlier(before, "team")
                            .filter(slot -> !slot.words().isBlank())
                            .ifPresent(slot -> slots.put("team", slot));
                }
            }
            case APPROVE, DENY, RUN, FIND, HELP, SMALLTALK, OUTOFSCOPE -> {}
        }
        return new Candidate(one.verb(), slots, one.confidence());
    }

    private static Optional<Slot> earlier(List<Candidate> before, String slot) {
        return before.reversed().stream()
                .filter(candidate -> candidate.slots().containsKey(slot))
                .map(candidate -> candidate.slots().get(slot))
                .findFirst();
    }

    private static Optional<Slot> pathNamed(List<Judged> all, Judged request) {
        return all.subList(0, all.indexOf(request)).reversed().stream()
                .flatMap(judged -> judged.found().first("path").stream())
                .map(mention -> new Slot(mention.value(), mention.words().text(), mention.resolved()))
                .findFirst();
    }
}
