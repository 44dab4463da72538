package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.PersonRights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the lease or request that a person means: by id, by a description, or because it is the only one. */
@Component
public class TargetResolver {
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
            "one",
            "box",
            "machine",
            "all",
            "of",
            "and",
            "thing",
            "stuff",
            "workspace",
            "instance",
            "sandbox",
            "old",
            "other",
            "running",
            "everything",
            "them",
            "lease",
            "with",
            "for",
            "in",
            "on",
            "whole",
            "lot",
            "i",
            "have",
            "got",
            "access",
            "to",
            "last");
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:everything|all|both|them|(?:envs|environments|notebooks|clusters|boxes|machines|sandboxes|workspaces|leases|buckets))\\b");
    private static final Pattern LAST =
            Pattern.compile("^(extend|resize|stop)(?: last)?(?=$| (?!lease-|req-)(?!.*--target))");
    private static final Pattern ID = Pattern.compile("(?:lease|req)-[a-z2-7]{10}");

    private final RequestService desk;
    private final Leases leases;

    TargetResolver(RequestService desk, Leases leases) {
        this.desk = desk;
        this.leases = leases;
    }

    /**
     * What was meant, or what there is to choose from.
     *
     * @param fits whether the words fit these; otherwise these are all there is
     * @param several whether the words speak of more than one
     * @param others whether what the thread is about is not theirs to change
     */
    public record Meant<T>(List<T> found, boolean fits, boolean several, boolean others) {
        Meant(List<T> found, boolean fits, boolean several) {
            this(found, fits, several, false);
        }

        public Optional<T> one() {
            return found.size() == 1 && fits ? Optional.of(found.getFirst()) : Optional.empty();
        }

        /** Of these, those with which it can be done; what was named by its id stays, to be told why not. */
        public Meant<T> only(Predicate<T> possible) {
            return found.size() == 1
                    ? this
                    : new Meant<>(found.stream().filter(possible).toList(), fits, several, others);
        }
    }

    public Meant<Lease> lease(IncomingMessage asking, Target target, Bundle bundle) {
        List<Lease> open = open(owner(asking, bundle));
        return switch (target) {
            case Target.Id(String id) ->
                new Meant<>(byId(id, asking.person()).stream().toList(), true, false);
            case Target.Last last -> below(asking, bundle).orElseGet(() -> new Meant<>(open, true, false));
            case Target.Described(String words) ->
                below(asking, bundle)
                        .filter(here -> here.found().stream().anyMatch(lease -> fits(lease, words, bundle.catalogue())))
                        .orElseGet(() -> described(open, words, bundle.catalogue()));
        };
    }

    /** A command of ours that leaves open what it is about, below the card of what is theirs: of that. */
    public String pointed(IncomingMessage asking, String command, Bundle bundle) {
        return below(asking, bundle)
                .flatMap(Meant::one)
                .map(lease -> LAST.matcher(command).replaceFirst("$1 " + lease.id()))
                .orElse(command);
    }

    /** What the thread is about, as far as it runs and is theirs; empty: it is about nothing that was handed over. */
    private Optional<Meant<Lease>> below(IncomingMessage asking, Bundle bundle) {
        return Optional.ofNullable(asking.about())
                .flatMap(desk::find)
                .flatMap(request -> leases.find(request.lease()))
                .map(lease -> {
                    boolean theirs = mayChange(asking.person(), lease, bundle);
                    return new Meant<>(
                            theirs && lease.state().open() ? List.of(lease) : List.of(), true, false, !theirs);
                });
    }

    private boolean mayChange(PersonId person, Lease lease, Bundle bundle) {
        return new PersonRights(bundle.people()).mayStop(person, lease.owner())
                || desk.find(lease.request())
                        .filter(request -> request.askers().contains(person))
                        .isPresent();
    }

    private static boolean fits(Lease lease, String words, Catalogue catalogue) {
        NamedLength named = NamedLength.in(words);
        return named.fits(lease) && fits(about(lease, catalogue), named.rest());
    }

    /** "Iris's box" is Iris's, for those who may end what is hers; everybody else speaks of their own. */
    private static PersonId owner(IncomingMessage asking, Bundle bundle) {
        return NamedPerson.owner(asking.words(), bundle.people(), asking.person())
                .filter(person -> new PersonRights(bundle.people()).mayStop(asking.person(), person))
                .orElse(asking.person());
    }

    public Meant<Request> waiting(IncomingMessage asking, Target target) {
        PersonId person = asking.person();
        List<Request> mine = withdrawable(asking);
        return switch (target) {
            case Target.Id(String id) ->
                new Meant<>(request(id, person).stream().toList(), true, false);
            case Target.Last last -> {
                List<Request> here = mine.stream()
                        .filter(request -> request.id().equals(asking.about()))
                        .toList();
                yield new Meant<>(here.isEmpty() ? mine : here, true, false);
            }
            case Target.Described(String words) -> {
                NamedLength named = NamedLength.in(words);
                List<Request> fitting = mine.stream()
                        .filter(request ->
                                named.fits(request) && fits(request.summary() + " " + request.purpose(), named.rest()))
                        .toList();
                yield new Meant<>(
                        fitting.isEmpty() ? mine : fitting,
                        !fitting.isEmpty(),
                        SEVERAL.matcher(words).find());
            }
        };
    }

    /** What waits; where nothing does, what starts only later. */
    private List<Request> withdrawable(IncomingMessage asking) {
        List<Request> all = desk.askedBy(asking.person(), 200).stream()
                .filter(request -> request.withdrawable(asking.at()))
                .toList();
        List<Request> waiting =
                all.stream().filter(request -> request.state() == State.WAITING).toList();
        return waiting.isEmpty() ? all : waiting;
    }

    /** Nothing where it is a stranger's: an id that is guessed tells no more than one that there is not. */
    public Optional<Request> request(String id, PersonId person) {
        return RequestId.of(id).flatMap(request -> desk.find(request, person));
    }

    private Optional<Lease> byId(String id, PersonId person) {
        return RequestId.of(id)
                .map(RequestId::lease)
                .or(() -> LeaseId.of(id))
                .flatMap(leases::find)
                .filter(found -> desk.find(found.request(), person).isPresent());
    }

    private List<Lease> open(PersonId person) {
        return leases.open(person);
    }

    private static Meant<Lease> described(List<Lease> open, String words, Catalogue catalogue) {
        List<String> ids = ID.matcher(words).results().map(MatchResult::group).toList();
        List<Lease> fitting = open.stream()
                .filter(lease -> ids.isEmpty()
                        ? fits(lease, words, catalogue)
                        : ids.contains(lease.id().value())
                                || ids.contains(lease.request().value()))
                .toList();
        boolean several = SEVERAL.matcher(words.toLowerCase(Locale.ROOT)).find() || ids.size() > 1;
        return new Meant<>(fitting.isEmpty() ? open : fitting, !fitting.isEmpty(), several);
    }

    private static String about(Lease lease, Catalogue catalogue) {
        return about(lease.plan(), catalogue) + " " + lease.purpose();
    }

    /** What a request is spoken of as: what it is called, what it is for, what it would reach. */
    public static String about(Request request, Catalogue catalogue) {
        Plan plan = request.judgement().plan();
        return request.id() + " " + request.lease() + " " + request.summary() + " " + request.purpose() + " "
                + (plan == null ? asked(request.judgement().intent(), catalogue) : about(plan, catalogue));
    }

    /** What was never planned, because its bounds refused it. */
    private static String asked(Intent intent, Catalogue catalogue) {
        if (intent instanceof Intent.Launch launch) {
            return called(launch.path(), catalogue);
        }
        return intent instanceof Intent.Grant grant ? "data access grant " + grant.dataset() : "";
    }

    private static String called(PathName name, Catalogue catalogue) {
        return name + " "
                + catalogue
                        .path(name)
                        .map(found -> found.title() + " " + String.join(" ", found.synonyms())
                                + (found.compute() ? " compute" : ""))
                        .orElse("data access grant");
    }

    private static String about(Plan plan, Catalogue catalogue) {
        String data = plan.reaches().stream().map(Object::toString).collect(Collectors.joining(" "));
        return called(plan.path(), catalogue) + " " + chosen(plan) + " " + data;
    }

    /** A kind of GPU says something only where there are any. */
    private static String chosen(Plan plan) {
        boolean gpus = plan.parameters().get("gpus") instanceof Value.Whole(long number) && number > 0;
        return (gpus ? "gpu gpus cards " : "")
                + plan.parameters().entrySet().stream()
                        .filter(each -> gpus || !each.getKey().startsWith("gpu"))
                        .map(each -> each.getValue().text())
                        .collect(Collectors.joining(" "));
    }

    /** Whether every word that says something occurs in the description; words that say nothing fit anything. */
    public static boolean fits(String description, String words) {
        Set<String> known = words(description).collect(Collectors.toSet());
        return words(words).filter(word -> !SAYS_NOTHING.contains(word)).allMatch(known::contains);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isBlank())
                .map(word -> word.length() > 3 ? word.replaceFirst("(?<=[^s])s$|(?<=x)es$", "") : word);
    }
}
