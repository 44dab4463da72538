package dev.quartermaster.actions.bundle;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.yaml.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Reads the files at start and whenever they change, puts what is valid in force for all replicas, and follows what
 * another replica put in force. Files that are broken change nothing, but their people are not trusted: while
 * {@code people.yaml} cannot be read nobody decides.
 */
@Component
class BundlesInForce implements Bundles, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BundlesInForce.class);
    private static final String PEOPLE = "people.yaml";

    private final BundleSource source;
    private final Overlays overlays;
    private final BundleStore store;
    private final ApplicationEventPublisher events;
    private final BundleReader reader;
    private final Map<String, Bundle> known = new ConcurrentHashMap<>();
    private volatile Bundle current;
    private volatile Seen seen;
    private final SimpleAsyncTaskScheduler patrol = new SimpleAsyncTaskScheduler();
    private volatile boolean running;

    /** The files as last read from this process's own source, and what their people came to. */
    private record Seen(Map<String, String> files, PeopleNow people) {}

    private sealed interface PeopleNow {
        record Trusted(People people) implements PeopleNow {}

        record Untrusted(String words) implements PeopleNow {}
    }

    /** @throws InvalidBundle when the files are broken and none was ever in force */
    BundlesInForce(
            BundleSource source,
            Overlays overlays,
            BundleStore store,
            ApplicationEventPublisher events,
            List<StandIn> standIns) {
        this.source = source;
        this.reader = new BundleReader(
                PartTypeScan.found(),
                standIns.stream().filter(StandIn::madeHere).map(StandIn::kind).collect(Collectors.toSet()));
        this.overlays = overlays;
        this.store = store;
        this.events = events;
        Map<String, String> files = files();
        switch (inOneCurrency(loaded(files))) {
            case Loaded.Ok(Bundle bundle) -> {
                store.activate(bundle);
                this.current = bundle;
                this.seen = new Seen(files, new PeopleNow.Trusted(bundle.people()));
            }
            case Loaded.Broken(var problems) -> {
                List<String> words = problems.stream().map(Object::toString).toList();
                this.current = store.inForce()
                        .flatMap(store::files)
                        .map(stored -> fallback(stored, words))
                        .orElseThrow(() -> new InvalidBundle(words));
                this.seen = new Seen(files, people(files, words));
                refuse(words);
            }
        }
        known.put(current.hash(), current);
        announce(current);
    }

    @Override
    public Bundle current() {
        return current;
    }

    @Override
    public Bundle byHash(String hash) {
        return known.computeIfAbsent(
                hash,
                wanted -> store.files(wanted)
                        .map(this::valid)
                        .orElseThrow(() -> new IllegalArgumentException("Never in force: " + wanted)));
    }

    @Override
    public Optional<String> namespace(String hash, TeamId team) {
        return store.files(hash)
                .flatMap(files -> new StoredPeople(files.getOrDefault(PEOPLE, "")).namespace(team))
                .or(() -> Bundles.super.namespace(hash, team));
    }

    @Override
    public People read() throws Broken {
        look();
        return switch (seen.people()) {
            case PeopleNow.Trusted(People people) -> people;
            case PeopleNow.Untrusted(String words) -> throw new Broken(words);
        };
    }

    /** Reads the files again; does nothing more when they are as they were. */
    private synchronized void look() {
        Map<String, String> files;
        try {
            files = overlays.over(source.files());
        } catch (IOException | RuntimeException | Error e) {
            List<String> words = List.of("The configuration cannot be read: " + e.getMessage());
            if (!(seen.people() instanceof PeopleNow.Untrusted)) {
                refuse(words);
            }
            seen = new Seen(Map.of(), untrusted(words));
            return;
        }
        if (files.equals(seen.files())) {
            return;
        }
        switch (inOneCurrency(loaded(files))) {
            case Loaded.Ok(Bundle bundle) -> {
                store.activate(bundle);
                use(bundle);
                seen = new Seen(files, new PeopleNow.Trusted(bundle.people()));
            }
            case Loaded.Broken(var problems) -> {
                List<String> words = problems.stream().map(Object::toString).toList();
                seen = new Seen(files, people(files, words));
                refuse(words);
            }
        }
    }

    /**
     * Whatever reading ends in is a problem of the files, told like any: if it only ended the look, the people of before
     * would go on deciding, and nobody would know.
     */
    private Loaded loaded(Map<String, String> files) {
        try {
            return reader.read(files);
        } catch (RuntimeException | Error failed) {
            LOG.error("Reading the configuration failed", failed);
            return new Loaded.Broken(List.of(new Problem(
                    "configuration",
                    0,
                    "It could not be read (" + failed.getClass().getSimpleName() + ").",
                    "Undo the last change of the files, and tell who looks after Quartermaster.")));
        }
    }

    /** What was charged is added up as it stands: amounts in two currencies would be one sum. */
    private Loaded inOneCurrency(Loaded read) {
        if (!(read instanceof Loaded.Ok(Bundle bundle))) {
            return read;
        }
        String currency = bundle.organisation().currency();
        if (current != null && currency.equals(current.organisation().currency())) {
            return read;
        }
        return store.chargedOtherThan(currency)
                .<Loaded>map(other -> new Loaded.Broken(List.of(new Problem(
                        "organisation.yaml",
                        0,
                        "The currency is " + currency + ", and what was charged so far is in " + other + ".",
                        "Put \"currency: " + other + "\" back; another currency wants a database of its own."))))
                .orElse(read);
    }

    /** The people of files that are broken elsewhere: read beside everything else as it is in force. */
    private PeopleNow people(Map<String, String> files, List<String> words) {
        Map<String, String> mixed = new HashMap<>(current.files());
        if (!files.containsKey(PEOPLE)) {
            return untrusted(words);
        }
        mixed.put(PEOPLE, files.get(PEOPLE));
        return switch (loaded(mixed)) {
            case Loaded.Ok(Bundle bundle) -> new PeopleNow.Trusted(bundle.people());
            case Loaded.Broken broken -> untrusted(words);
        };
    }

    private static PeopleNow untrusted(List<String> words) {
        String cause = words.stream()
                .filter(problem -> problem.startsWith(PEOPLE))
                .findFirst()
                .orElse(words.getFirst());
        return new PeopleNow.Untrusted("Nobody can decide right now, because who may is not known: " + cause
                + " The platform team has been told; try again when it is mended.");
    }

    private void patrol() {
        try {
            look();
            store.inForce().filter(hash -> !hash.equals(current.hash())).ifPresent(hash -> use(byHash(hash)));
        } catch (RuntimeException | Error e) {
            LOG.warn("The configuration could not be looked at, will be again: {}", e.toString());
        }
    }

    private void use(Bundle bundle) {
        known.put(bundle.hash(), bundle);
        boolean other = !bundle.hash().equals(current.hash());
        current = bundle;
        if (other) {
            announce(bundle);
            events.publishEvent(new BundleActivated(bundle));
        }
    }

    private static void announce(Bundle bundle) {
        LOG.info("Configuration {} is in force", bundle.hash().substring(0, 12));
        bundle.judge().warnings().forEach(warning -> LOG.warn("In force, and worth a look: {}", warning));
    }

    private void refuse(List<String> words) {
        words.forEach(problem -> LOG.error("Configuration not put in force: {}", problem));
        BundleRefused refused = new BundleRefused(words);
        store.refused(refused);
        events.publishEvent(refused);
    }

    /** A later version may check more: then what was in force is refused as well, and says so. */
    private Bundle fallback(Map<String, String> stored, List<String> words) {
        return switch (loaded(stored)) {
            case Loaded.Ok(Bundle bundle) -> bundle;
            case Loaded.Broken(var problems) -> throw InvalidBundle.both(words);
        };
    }

    private Bundle valid(Map<String, String> files) {
        return switch (loaded(files)) {
            case Loaded.Ok(Bundle bundle) -> bundle;
            case Loaded.Broken(var problems) ->
                throw new InvalidBundle(problems.stream().map(Object::toString).toList());
        };
    }

    private Map<String, String> files() {
        try {
            return overlays.over(source.files());
        } catch (IOException | RuntimeException e) {
            throw new InvalidBundle(List.of("The configuration cannot be read: " + e.getMessage()
                    + ". QUARTERMASTER_CONFIG names the folder; unset it for the default organisation."));
        }
    }

    @Override
    public synchronized void start() {
        patrol.setThreadNamePrefix("bundle-");
        patrol.setVirtualThreads(true);
        patrol.scheduleWithFixedDelay(this::patrol, Duration.ofSeconds(2));
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        patrol.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The program does not start; every line names a file and what to do. */
    static final class InvalidBundle extends CannotStart {
        private static final long serialVersionUID = 1;

        InvalidBundle(List<String> problems) {
            this("The configuration is not valid, and none was before:\n", problems);
        }

        private InvalidBundle(String first, List<String> problems) {
            super(first + String.join("\n", problems));
        }

        static InvalidBundle both(List<String> problems) {
            return new InvalidBundle(
                    "The configuration is not valid, and this version refuses the one in force before it as well. Until one"
                            + " is valid nothing runs: nobody decides, and what is handed out already stays, past its"
                            + " end as well. Mend what is named here, or start the version before until it is mended:\n",
                    problems);
        }
    }
}
