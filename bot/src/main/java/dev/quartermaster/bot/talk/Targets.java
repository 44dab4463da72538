package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which lease or request somebody means: by id, by what it is, or the only one there is. */
@Component
class Targets {
    private static final Set<String> SAYS_NOTHING = Set.of(
            "my",
            "the",
            "a",
            "an",
            "our",
            "that",
            "this",
            "it",
            "env",
            "environment",
            "cluster",
            "one",
            "box",
            "machine");

    private final Desk desk;
    private final Leases leases;

    Targets(Desk desk, Leases leases) {
        this.desk = desk;
        this.leases = leases;
    }

    /** What was meant: {@code one} of them, or several to choose from, or none. */
    record Meant<T>(List<T> found) {
        Optional<T> one() {
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }
    }

    Meant<Lease> lease(PersonId person, Target target, Catalogue catalogue) {
        return switch (target) {
            case Target.Id(String id) -> new Meant<>(byId(id).stream().toList());
            case Target.Last last -> new Meant<>(open(person));
            case Target.Described(String words) -> described(open(person), words, catalogue);
        };
    }

    Meant<Request> waiting(PersonId person, Target target) {
        List<Request> mine = desk.visibleTo(person, 200).stream()
                .filter(request ->
                        request.state() == State.WAITING && request.by().equals(person))
                .toList();
        return switch (target) {
            case Target.Id(String id) -> new Meant<>(request(id).stream().toList());
            case Target.Last last -> new Meant<>(mine);
            case Target.Described(String words) -> {
                List<Request> fitting = mine.stream()
                        .filter(request -> fits(request.summary() + " " + request.purpose(), words))
                        .toList();
                yield new Meant<>(fitting.isEmpty() ? mine : fitting);
            }
        };
    }

    Optional<Request> request(String id) {
        return id.matches("req-[a-z2-7]{10}") ? desk.find(new RequestId(id)) : Optional.empty();
    }

    private Optional<Lease> byId(String id) {
        if (id.matches("req-[a-z2-7]{10}")) {
            return leases.find(new RequestId(id).lease());
        }
        return id.matches("lease-[a-z2-7]{10}") ? leases.find(new LeaseId(id)) : Optional.empty();
    }

    private List<Lease> open(PersonId person) {
        return leases.of(person).stream().filter(Targets::isOpen).toList();
    }

    static boolean isOpen(Lease lease) {
        return switch (lease.state()) {
            case PROVIDING, LIVE, STOPPED -> true;
            case ENDING, ENDED, FAILED -> false;
        };
    }

    private static Meant<Lease> described(List<Lease> open, String words, Catalogue catalogue) {
        List<Lease> fitting = open.stream()
                .filter(lease -> fits(about(lease, catalogue), words))
                .toList();
        return new Meant<>(fitting.isEmpty() ? open : fitting);
    }

    private static String about(Lease lease, Catalogue catalogue) {
        String path = catalogue
                .path(lease.plan().path())
                .map(found -> found.title() + " " + String.join(" ", found.synonyms()) + " " + kind(found))
                .orElse("data access grant");
        String values = lease.plan().parameters().values().stream()
                .map(each -> each.text())
                .collect(Collectors.joining(" "));
        String data = lease.plan().reaches().stream().map(Object::toString).collect(Collectors.joining(" "));
        return lease.plan().path() + " " + path + " " + lease.purpose() + " " + values + " " + data;
    }

    private static String kind(GoldenPath path) {
        return path.parameter("gpus").isPresent() ? "gpu gpus" : "";
    }

    /** Whether every word that says something occurs in the description. */
    private static boolean fits(String description, String words) {
        Set<String> known = words(description).collect(Collectors.toSet());
        return words(words).filter(word -> !SAYS_NOTHING.contains(word)).allMatch(known::contains);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).filter(word -> !word.isBlank());
    }
}
