package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.Usage;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a lease under one of two aliases. Showing it makes a new one under the other alias and deletes the old; where a
 * crash leaves both, the newer counts. What was spent goes along, so that a new key is no new budget. The budget grows by
 * a day's at the beginning of each day of its own; who spends that, stops early and asks anew begins with what is owed.
 */
final class LeaseKeys {
    private static final String BEGINNING = "quartermaster-";
    private static final Pattern OURS = Pattern.compile(BEGINNING + "(" + LeaseId.PATTERN + ")-.+");

    /** A key outlives its lease by this much at most, whatever becomes of us. */
    private static final Duration MARGIN = Duration.ofHours(1);
    /** The proxy's clock may be this far from ours before a key's end is set again. */
    private static final Duration TOLERANCE = MARGIN.dividedBy(2);

    /** The proxy keeps a binary fraction; with so many an amount comes back as it was sent. */
    private static final int DECIMALS = 6;

    private static final BigDecimal A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private static final Observed BLOCKED = new Observed.Broken(
            "Somebody has blocked this key at the shared language model's proxy. Ask the platform team why, or stop"
                    + " it.");

    private final ModelEndpoint endpoint;
    private final LiteLlm proxy;
    private final KeySpend spend;
    private final Supplier<Instant> now;

    LeaseKeys(ModelEndpoint endpoint, LiteLlm proxy, KeySpend spend, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.proxy = proxy;
        this.spend = spend;
        this.now = now;
    }

    /** What the aliases of a lease's keys begin with. */
    static String alias(Order order) {
        return BEGINNING + order.lease() + "-" + order.part().name();
    }

    /** Keys that are called like ours, of leases that are not open. */
    List<Leftover> leftovers(Function<LeaseId, Provider.Standing> leases) throws IOException {
        List<Leftover> found = new ArrayList<>();
        for (String alias : proxy.aliases(BEGINNING + "lease-")) {
            Matcher ours = OURS.matcher(alias);
            if (ours.matches()) {
                LeaseId lease = new LeaseId(ours.group(1));
                if (leases.apply(lease) != Provider.Standing.OPEN) {
                    found.add(
                            new Leftover(lease, "key/" + alias, "the key " + alias + " at " + endpoint.host(), false));
                }
            }
        }
        return found;
    }

    private static List<String> aliases(Order order) {
        return List.of(alias(order) + "-a", alias(order) + "-b");
    }

    /** The newest first; more than one only where showing one was broken off. */
    private List<ModelKey> all(Order order) throws IOException {
        List<ModelKey> found = new ArrayList<>();
        for (String alias : aliases(order)) {
            proxy.find(alias).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(ModelKey::generation).reversed());
        return found;
    }

    Observed seen(Order order) throws IOException {
        List<ModelKey> found = all(order);
        if (found.isEmpty()) {
            return new Observed.Absent();
        }
        if (found.getFirst().blocked()) {
            return BLOCKED;
        }
        return found.size() == 1 && asWanted(order, found.getFirst())
                ? ready(order)
                : new Observed.Making(ref(order), "its key is being brought up to date");
    }

    Observed make(Order order) throws IOException {
        List<ModelKey> found = all(order);
        if (found.isEmpty()) {
            Instant since = now.get();
            generated(order, aliases(order).getFirst(), 1, since, spend.carried(order));
            return ready(order);
        }
        if (found.getFirst().blocked()) {
            return BLOCKED;
        }
        for (ModelKey older : found.subList(1, found.size())) {
            proxy.delete(older);
        }
        if (!asWanted(order, found.getFirst())) {
            proxy.update(found.getFirst(), terms(order, found.getFirst().since()));
        }
        return ready(order);
    }

    Observed end(Order order) throws IOException {
        List<ModelKey> found = all(order);
        if (found.isEmpty()) {
            spend.none(order);
        } else {
            ModelKey last = found.getFirst();
            spend.ended(
                    order,
                    last.spent(),
                    last.spent().subtract(earned(order, last)).max(BigDecimal.ZERO));
        }
        for (ModelKey key : found) {
            proxy.delete(key);
        }
        return new Observed.Absent();
    }

    /** Empty: there is none, it has ended, or somebody blocked it: a new one would be a way around that. */
    Optional<Credentials> shown(Order order) throws IOException {
        List<ModelKey> found = all(order);
        if (found.isEmpty() || found.getFirst().blocked()) {
            return Optional.empty();
        }
        ModelKey before = found.getFirst();
        for (ModelKey older : found.subList(1, found.size())) {
            proxy.delete(older);
        }
        String other = aliases(order).stream()
                .filter(alias -> !alias.equals(before.alias()))
                .findFirst()
                .orElseThrow();
        String secret = generated(order, other, before.generation() + 1, before.since(), before.spent());
        proxy.delete(before);
        return Optional.of(lines(order, secret, before));
    }

    List<Usage> spent(Order order) throws IOException {
        return all(order).stream()
                .limit(1)
                .map(key -> new Usage("model-spend", key.spent()))
                .toList();
    }

    private String generated(Order order, String alias, int generation, Instant since, BigDecimal spent)
            throws IOException {
        return proxy.generate(alias, order.lease().value(), generation, since, spent, terms(order, since));
    }

    private LiteLlm.Terms terms(Order order, Instant since) {
        Duration lasts = Duration.between(now.get(), order.until()).plus(MARGIN);
        return new LiteLlm.Terms(budget(order, since), lasts.isPositive() ? lasts : MARGIN, endpoint.models());
    }

    /** All days that have begun, and no more than the whole term's: an hour's lease has an hour's budget. */
    private BigDecimal budget(Order order, Instant since) {
        long days = Math.max(0, Duration.between(since, now.get()).toDays()) + 1;
        return daily(order).multiply(BigDecimal.valueOf(days)).min(during(order, since, order.until()));
    }

    /** The part of the budget that the key has earned: the time it was held, to the lease's end at most. */
    private BigDecimal earned(Order order, ModelKey key) {
        Instant until = now.get().isBefore(order.until()) ? now.get() : order.until();
        return during(order, key.since(), until);
    }

    private static BigDecimal during(Order order, Instant from, Instant to) {
        BigDecimal seconds =
                BigDecimal.valueOf(Math.max(0, Duration.between(from, to).toSeconds()));
        return daily(order).multiply(seconds).divide(A_DAY, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal daily(Order order) {
        return new BigDecimal(String.valueOf(order.part().spec().get(ModelKeyPart.BUDGET)))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private boolean asWanted(Order order, ModelKey key) {
        Duration off =
                Duration.between(order.until().plus(MARGIN), key.expires()).abs();
        return off.compareTo(TOLERANCE) <= 0
                && key.budget().compareTo(budget(order, key.since())) == 0
                && key.models().equals(endpoint.models());
    }

    private Observed ready(Order order) {
        return new Observed.Ready(ref(order), Map.of(ModelKeyPart.URL, endpoint.base()));
    }

    /** How the platform team finds it; not a web address, because nothing answers a browser there. */
    private String ref(Order order) {
        return alias(order) + " at " + endpoint.host();
    }

    private Credentials lines(Order order, String secret, ModelKey before) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Base URL", endpoint.base());
        lines.put("Key", secret);
        lines.put("Models", String.join(", ", endpoint.models()));
        lines.put(
                "Command line",
                "curl " + endpoint.base() + "/chat/completions -H 'Authorization: Bearer " + secret
                        + "' -H 'Content-Type: application/json' -d '{\"model\": \""
                        + endpoint.models().getFirst()
                        + "\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'");
        lines.put("Python", "OpenAI(base_url=\"" + endpoint.base() + "\", api_key=\"" + secret + "\")");
        lines.put(
                "Spent",
                before.spent().stripTrailingZeros().toPlainString() + " of "
                        + budget(order, before.since()).stripTrailingZeros().toPlainString()
                        + " so far, as the proxy counts (US dollars, if nobody changed that); each day adds "
                        + daily(order).stripTrailingZeros().toPlainString() + ".");
        lines.put("Note", "A key that was shown before works no more.");
        return new Credentials(lines);
    }

    ProvisioningLog deeds(Order order) {
        return new ProvisioningLog(
                List.of("make the key " + alias(order) + " at " + endpoint.url() + " for "
                        + String.join(", ", endpoint.models()) + ", with a budget of " + daily(order)
                        + " for each day, until an hour after the lease at the latest"),
                List.of("delete the key " + alias(order) + " at " + endpoint.url()));
    }
}
