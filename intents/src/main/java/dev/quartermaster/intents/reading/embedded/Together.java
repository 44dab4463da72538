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
import java.util.Map;
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
    private static final Pattern BOTH = Pattern.compile(
            "\\b(?:both|each|all (?:of them|of it|three|four|this|that|small|medium|large)|everything)\\b");

    /** A size said of all. */
    private static final Pattern SIZED = Pattern.compile(
            "\\b(?:all|both|each)(?: of them)? (?:small|medium|large)\\b|\\b(?:small|medium|large) (?:each|both|all)\\b");

    private static final Pattern SAME = Pattern.compile("\\bthe same\\b(?! (?:\\d|length|time|period))");
    /** Of things listed without an article: shown, and done when confirmed. */
    private static final double LISTED = 0.5;

    private final Function<String, Judged> judge;
    private final Function<String, Found> find;

    Together(Function<String, Judged> judge, Function<String, Found> find) {
        this.judge = judge;
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

    /** One length said for all ("both for two weeks") is that of each; never one of several. */
    private static List<Candidate> spread(List<Candidate> candidates, List<Judged> requests) {
        var said = requests.stream()
                .map(Judged::text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        var together = BOTH.matcher(said).find();
        var timed = candidates.stream().filter(Together::timed).toList();
        var alike = SIZED.matcher(said).find() ? sized(candidates) : candidates;
        if (!together || candidates.size() < 2 || timed.size() != 1) {
            return alike;
        }
        return alike.stream()
                .map(candidate -> timed(candidate) || !candidate.verb().takes(KnownSlot.FOR)
                        ? candidate
                        : with(candidate, timed.getFirst()))
                .toList();
    }

    /** "… all small". */
    private static List<Candidate> sized(List<Candidate> candidates) {
        var sizes = candidates.stream()
                .filter(candidate -> candidate.verb() == Verb.LAUNCH)
                .flatMap(candidate -> Optional.ofNullable(candidate.slots().get(KnownSlot.SIZE)).stream())
                .toList();
        return sizes.size() != 1
                ? candidates
                : candidates.stream()
                        .map(candidate -> {
                            var slots = new LinkedHashMap<>(candidate.slots());
                            if (candidate.verb() == Verb.LAUNCH) {
                                slots.putIfAbsent(KnownSlot.SIZE, sizes.getFirst());
                            }
                            return new Candidate(candidate.verb(), slots, candidate.confidence());
                        })
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
        if (!request.verb().opens()
                        && !(request.verb().onWhatIs() && request.verb().acts())
                || whole.slots().get(KnownSlot.DATASET) instanceof Slot data && data.value() instanceof List<?>) {
            return List.of(whole);
        }
        var pieces = Listed.pieces(request.found(), request.verb().onWhatIs());
        if (pieces.size() > Listed.MOST) {
            return List.of(new Candidate(whole.verb(), whole.slots(), Math.min(LISTED, whole.confidence())));
        }
        return pieces.size() < 2 ? List.of(whole) : listed(request, pieces);
    }

    /** One request a thing: each has its own owner, its own end, and what is said of it alone. */
    private List<Candidate> listed(Judged request, List<Listed.Piece> pieces) {
        var lead = Listed.lead(request.found(), request.verb().onWhatIs());
        var odds = pieces.stream().allMatch(Listed.Piece::plain) ? request.odds() : Math.min(LISTED, request.odds());
        var all = new ArrayList<Candidate>();
        for (var group : Listed.groups(pieces)) {
            var said = request.text()
                    .substring(
                            group.getFirst().words().start(),
                            group.getLast().words().end());
            for (var piece : group) {
                var verb = verb(request, piece);
                var text = verb.onWhatIs() && piece != pieces.getFirst() ? lead + piece.text() : piece.text();
                var slots = new LinkedHashMap<>(Message.candidate(request.in(text, find.apply(text)), verb, odds)
                        .slots());
                named(piece, slots, all, verb);
                shared(request.in(said, find.apply(said)), verb, slots);
                whose(find.apply(piece.text()), verb, slots);
                shared(request.in(lead, find.apply(lead)), verb, slots);
                if (SAME.matcher(piece.text().toLowerCase(Locale.ROOT)).find() && !all.isEmpty()) {
                    all.getLast().slots().forEach((name, slot) -> {
                        if ((lasts(name) || name == KnownSlot.ACCESS) && verb.takes((KnownSlot) name)) {
                            slots.putIfAbsent(name, slot);
                        }
                    });
                }
                all.add(new Candidate(verb, slots, odds));
            }
        }
        return all;
    }

    /** What is said once for all of a group. */
    private static void shared(Judged group, Verb verb, Map<SlotName, Slot> slots) {
        var timed = slots.keySet().stream().anyMatch(Together::lasts);
        Message.candidate(group, verb, 0).slots().forEach((name, slot) -> {
            if (name instanceof KnownSlot known && known.shared() && !(timed && lasts(name))) {
                slots.putIfAbsent(name, slot);
            }
        });
    }

    private static Verb verb(Judged request, Listed.Piece piece) {
        if (request.verb().onWhatIs()) {
            return request.verb();
        }
        return piece.head().filter(head -> head.slot() == KnownSlot.DATASET).isPresent() ? Verb.GRANT : Verb.LAUNCH;
    }

    private void named(Listed.Piece piece, Map<SlotName, Slot> slots, List<Candidate> before, Verb verb) {
        if (verb.onWhatIs()) {
            return;
        }
        var head = piece.head();
        if (head.isPresent()) {
            var named = head.get();
            slots.put(named.slot(), new Slot(named.value(), named.words().text(), named.resolved()));
        } else if (piece.again()) {
            earlier(before, KnownSlot.PATH).ifPresent(path -> slots.put(KnownSlot.PATH, path));
        } else {
            judge.apply(piece.text())
                    .scores()
                    .path()
                    .ifPresent(best -> slots.put(KnownSlot.PATH, new Slot(best, "", true)));
        }
    }

    /** "Raj the same". */
    private static void whose(Found piece, Verb verb, Map<SlotName, Slot> slots) {
        var persons = piece.mentions().stream()
                .filter(mention -> mention.slot() == KnownSlot.PERSON && mention.resolved())
                .toList();
        if (verb.opens() && persons.size() == 1 && !slots.containsKey(KnownSlot.GRANTEE)) {
            var person = persons.getFirst();
            slots.put(KnownSlot.GRANTEE, new Slot(person.value(), person.words().text(), true));
        }
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
