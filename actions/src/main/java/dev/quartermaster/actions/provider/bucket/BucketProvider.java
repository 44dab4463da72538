package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code provider: bucket}. A bucket is the one's who opened it. Another lease on the same name is another key to it: of
 * the same person, or, to read, of those with whom it is shared. Keys work as long as their lease; the files go out
 * of reach with the last of them and are kept.
 */
@Component
class BucketProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(BucketProvider.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern OURS = Pattern.compile("(" + LeaseId.PATTERN + ")-.+");
    private static final String BEGINNING = "QM";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** Characters after the beginning; 18 of 32 are 90 bits. */
    private static final int LENGTH = 18;

    /** What S3 clients take of the lines from their environment; the bucket has no such name that is common. */
    private static final Map<String, String> VARIABLES = Map.of(
            "Endpoint", "AWS_ENDPOINT_URL",
            "Region", "AWS_DEFAULT_REGION",
            "Access key", "AWS_ACCESS_KEY_ID",
            "Secret key", "AWS_SECRET_ACCESS_KEY",
            "Session token", "AWS_SESSION_TOKEN",
            "Bucket", "BUCKET",
            "Prefix", "BUCKET_PREFIX");

    private static final Observed CLOSED = new Observed.Broken(
            "Whoever opened the bucket has closed it, so there is nothing to read any more; its files are kept by the"
                    + " platform team.");

    private static final Observed LATE = new Observed.Making("", "another worker has taken over");
    private static final Observed NOT_SHARED = new Observed.Broken(
            "Nobody shares a bucket of that name with you, so there is nothing to read. Its owner launches it with"
                    + " --share and your short name; or ask for one of your own, with --access write.");

    private final BucketQueries keys;
    private final BucketStorage storage;
    private final Bundles bundles;
    private final TransactionTemplate transaction;
    private final OwnAddress here;

    BucketProvider(
            BucketQueries keys,
            BucketStorage storage,
            Bundles bundles,
            TransactionTemplate transaction,
            OwnAddress here) {
        this.keys = keys;
        this.storage = storage;
        this.bundles = bundles;
        this.transaction = transaction;
        this.here = here;
    }

    @Override
    public PartType type() {
        return new BucketPart();
    }

    @Override
    public Observed observe(Order order) {
        return answering(order, () -> seen(order));
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return answering(order, () -> switch (wanted) {
            case RUNNING -> make(order);
            case STOPPED -> seen(order);
            case GONE -> end(order);
        });
    }

    private Observed make(Order order) {
        BucketWanted wanted;
        try {
            wanted = BucketWanted.of(order.part().spec(), bundles.current().people());
        } catch (IllegalArgumentException unfit) {
            return new Observed.Broken(String.valueOf(unfit.getMessage()));
        }
        return transaction.execute(status -> opened(order, wanted));
    }

    /** Under the lock, as retiring is: nobody joins a bucket that is being put away. */
    private Observed opened(Order order, BucketWanted wanted) {
        keys.lock(wanted.bucket());
        Optional<String> own = ownPlace(order, wanted);
        if (own.isPresent()) {
            return opened(order, wanted, own.get());
        }
        List<BucketQueries.Shared> shared = keys.shared(order, wanted.bucket());
        List<String> places =
                shared.stream().map(BucketQueries.Shared::place).distinct().toList();
        return switch (places.size()) {
            case 0 -> NOT_SHARED;
            case 1 -> opened(order, wanted, places.getFirst());
            default -> severalShare(shared);
        };
    }

    /** Where this key led before, where its owner's other keys lead, or for who writes a new place; empty: another's. */
    private Optional<String> ownPlace(Order order, BucketWanted wanted) {
        return keys.find(order)
                .filter(key -> !key.ended() && key.bucket().equals(wanted.bucket()) && key.writes() == wanted.writes())
                .filter(key -> key.writes() || keys.held(key.place()))
                .map(BucketKey::place)
                .or(() -> keys.own(order, wanted.bucket()))
                .or(() -> wanted.writes()
                        ? Optional.of(order.lease() + "-" + order.part().name())
                        : Optional.empty());
    }

    private Observed opened(Order order, BucketWanted wanted, String place) {
        if (!keys.open(order, wanted, place)) {
            return LATE;
        }
        storage.open(place, wanted.bucket());
        return seen(order);
    }

    /** A name says whose it is only where one person shares it. */
    private static Observed severalShare(List<BucketQueries.Shared> shared) {
        return new Observed.Broken("Several people share a bucket of that name with you: "
                + shared.stream()
                        .map(BucketQueries.Shared::owner)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ". Ask the one you mean to share theirs by another name.");
    }

    /** Keys first and for good, whatever becomes of the files after. */
    private Observed end(Order order) {
        if (!Boolean.TRUE.equals(transaction.execute(status -> keys.end(order)))) {
            return LATE;
        }
        BucketKey key = keys.find(order).orElseThrow();
        transaction.executeWithoutResult(status -> {
            keys.lock(key.bucket());
            if (!keys.held(key.place())) {
                storage.retire(key.place());
            }
        });
        return seen(order);
    }

    private Observed seen(Order order) {
        Optional<BucketKey> found = keys.find(order);
        if (found.isEmpty()) {
            return new Observed.Absent();
        }
        BucketKey key = found.get();
        if (key.ended()) {
            return storage.toRetire(key.place()) && !keys.held(key.place())
                    ? new Observed.Ending("its keys work no more; its files are being put away")
                    : new Observed.Absent();
        }
        if (!key.writes() && !keys.held(key.place())) {
            return CLOSED;
        }
        if (storage.endpoint().isEmpty()) {
            return new Observed.Unreachable(storage.words());
        }
        boolean asWanted = key.until().equals(order.until().truncatedTo(ChronoUnit.MICROS))
                && storage.holds(key.place(), key.bucket());
        return asWanted ? ready(order, key) : new Observed.Absent();
    }

    private Observed ready(Order order, BucketKey key) {
        return new Observed.Ready(
                storage.address(key),
                Map.of(
                        BucketPart.ENDPOINT,
                        storage.endpoint(),
                        BucketPart.BUCKET,
                        key.bucket(),
                        BucketPart.PAGE,
                        here.base() + "/bucket/" + order.lease()));
    }

    /** A place is named after the lease that opened it, and may have keys of others. */
    @Override
    public List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        try {
            List<Leftover> found = new ArrayList<>();
            for (String place : storage.places()) {
                Matcher ours = OURS.matcher(place);
                if (ours.matches() && !keys.held(place)) {
                    LeaseId lease = new LeaseId(ours.group(1));
                    if (leases.apply(lease) != Standing.OPEN) {
                        found.add(new Leftover(
                                lease,
                                "bucket/" + place,
                                "the bucket's folder " + place + " in " + storage.words(),
                                false));
                    }
                }
            }
            return found;
        } catch (UncheckedIOException | DataAccessException trouble) {
            LOG.debug("{} couldn't be looked through for what is left over", storage.words(), trouble);
            return List.of();
        }
    }

    @Override
    public Optional<String> fixed(Order order) {
        return Optional.of("A bucket keeps the size it was made with. Ask for another one as large as you need with"
                + " `/qm launch`, copy your files into it, and stop this one.");
    }

    @Override
    public boolean hasCredentials(Order order) {
        return true;
    }

    @Override
    public Optional<Credentials> credentials(Order order) {
        try {
            Optional<BucketKey> key = keys.rotate(order, fresh());
            return key.isPresent() ? Optional.of(lines(key.get())) : Optional.empty();
        } catch (UncheckedIOException | DataAccessException trouble) {
            LOG.warn("No keys for {}: {}", order.lease(), trouble.toString());
            return Optional.empty();
        }
    }

    private Credentials lines(BucketKey key) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Endpoint", storage.endpoint());
        lines.putAll(storage.keys(key));
        lines.putIfAbsent("Valid until", until(key.until()));
        Map<String, String> environment = new TreeMap<>();
        VARIABLES.forEach((label, variable) -> {
            if (lines.containsKey(label)) environment.put(variable, lines.get(label));
        });
        return new Credentials(lines, environment);
    }

    private String until(Instant until) {
        return DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm VV", Locale.ENGLISH)
                .format(until.atZone(bundles.current().organisation().zone()));
    }

    /** Whether it looks like an access key of ours; what does not need not be looked up. */
    static boolean mayHaveMade(String accessKey) {
        return accessKey.length() == BEGINNING.length() + LENGTH
                && accessKey.startsWith(BEGINNING)
                && accessKey.chars().skip(BEGINNING.length()).allMatch(each -> ALPHABET.indexOf(each) >= 0);
    }

    private static String fresh() {
        StringBuilder key = new StringBuilder(BEGINNING);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(each -> key.append(ALPHABET.charAt(each)));
        return key.toString();
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        try {
            return keys.find(order)
                    .filter(key -> !key.ended())
                    .map(key -> new ProvisioningLog(storage.done(key), storage.undo(key)))
                    .orElse(ProvisioningLog.NONE);
        } catch (DataAccessException trouble) {
            LOG.warn("What was done for {} is not known: {}", order.lease(), trouble.toString());
            return ProvisioningLog.NONE;
        }
    }

    @Override
    public String kept(Order order) {
        return "the files in its bucket";
    }

    @Override
    public String farewell(Order order) {
        return storage.farewell();
    }

    private Observed answering(Order order, Supplier<Observed> attempt) {
        try {
            return attempt.get();
        } catch (UncheckedIOException | DataAccessException | TransactionException trouble) {
            LOG.warn("Bucket of {}", order.lease(), trouble);
            return new Observed.Unreachable(storage.words());
        } catch (RuntimeException unexpected) {
            LOG.error("Bucket of {}", order.lease(), unexpected);
            return new Observed.Broken("The bucket could not be made; the platform team finds why in the log.");
        }
    }
}
