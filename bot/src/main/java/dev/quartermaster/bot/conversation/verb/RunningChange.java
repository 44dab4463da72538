package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** "8, not 4" of a cluster that runs already is another size of it, and "till 6pm" another end: no second one is meant. */
@Component
class RunningChange {
    /** Requests looked at, newest first. */
    private static final int MANY = 50;

    private final RequestService requests;
    private final Leases leases;
    private final Bundles bundles;

    RunningChange(RequestService requests, Leases leases, Bundles bundles) {
        this.requests = requests;
        this.leases = leases;
        this.bundles = bundles;
    }

    /**
     * @param wanted what was asked for before, as it is to be now
     * @return the change of what came of it; empty: none of it runs, or more is to be different than a change can do
     */
    Optional<Intent> of(IncomingMessage asking, Intent wanted) {
        return requests.askedBy(asking.person(), MANY).stream()
                .filter(request -> request.state() == State.LIVE && request.extending() == null)
                .filter(request -> same(request.judgement().intent(), wanted))
                // Of several of a kind the one that is most like what was asked for before.
                .min(Comparator.comparingInt(request ->
                        sizes(before(request), (Intent.Acquisition) wanted).size()))
                .flatMap(request -> change(request, wanted));
    }

    private Optional<Intent> change(Request request, Intent wanted) {
        Intent.Acquisition before = before(request);
        Intent.Acquisition now = (Intent.Acquisition) wanted;
        Target target = new Target.Id(request.lease().value());
        SortedMap<String, Value> sizes = sizes(before, now);
        boolean longer = !now.term().equals(before.term()) && !(now.term() instanceof Term.Unsaid);
        boolean more = !sized(now, sizes.keySet())
                || !same(before.grantee(), now.grantee())
                || !same(before.from(), now.from())
                || !same(before.purpose(), now.purpose())
                || rights(before, now);
        if (longer == !sizes.isEmpty() || more) {
            return Optional.empty();
        }
        return longer
                ? end(request, now.term()).map(end -> new Intent.Extend(target, new Term.Until(end)))
                : Optional.of(new Intent.Resize(target, sizes));
    }

    /** Another name or template is another thing. */
    private boolean sized(Intent.Acquisition wanted, Set<String> parameters) {
        return !(wanted instanceof Intent.Launch launch)
                || bundles.current().catalogue().path(launch.path()).stream()
                        .flatMap(path -> path.parameters().stream())
                        .filter(Parameter::sizes)
                        .map(Parameter::name)
                        .collect(Collectors.toSet())
                        .containsAll(parameters);
    }

    private static Intent.Acquisition before(Request request) {
        return (Intent.Acquisition) request.judgement().intent();
    }

    /** A length said anew counts from the hand-over on, as the first did. */
    private Optional<Instant> end(Request request, Term term) {
        return switch (term) {
            case Term.Until(Instant end) -> Optional.of(end);
            case Term.For(var length) ->
                leases.find(request.lease()).map(Lease::from).map(start -> start.plus(length));
            case Term.Unsaid unsaid -> Optional.empty();
        };
    }

    private static SortedMap<String, Value> sizes(Intent.Acquisition before, Intent.Acquisition now) {
        SortedMap<String, Value> sizes = new TreeMap<>();
        if (before instanceof Intent.Launch was && now instanceof Intent.Launch is) {
            is.parameters().forEach((name, value) -> {
                if (!value.equals(was.parameters().get(name))) {
                    sizes.put(name, value);
                }
            });
        }
        return sizes;
    }

    private static boolean same(Intent before, Intent wanted) {
        return before instanceof Intent.Launch was
                        && wanted instanceof Intent.Launch is
                        && was.path().equals(is.path())
                || before instanceof Intent.Grant had
                        && wanted instanceof Intent.Grant has
                        && had.dataset().equals(has.dataset());
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(one, other);
    }

    private static boolean rights(Intent.Acquisition before, Intent.Acquisition now) {
        return before instanceof Intent.Grant had && now instanceof Intent.Grant has && had.access() != has.access();
    }
}
