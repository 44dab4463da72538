package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.grant.mask.MaskedView;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.plan.LeaseId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code provider: grant}, with {@code access: read} (or {@code write}) on the datasets the part reaches. A stopped
 * grant stays as it is: it costs nothing and was approved for its whole term.
 */
@Component
class GrantProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(GrantProvider.class);

    private static final int TABLES = 20;

    private final Warehouse warehouse;
    private final Bundles bundles;
    private final GrantEnd end;
    private final QueryTool query;

    GrantProvider(Warehouse warehouse, Bundles bundles, GrantEnd end, QueryTool query) {
        this.warehouse = warehouse;
        this.end = end;
        this.query = query;
        this.bundles = bundles;
    }

    @Override
    public PartType type() {
        return new GrantPart();
    }

    @Override
    public Observed observe(Order order) {
        return answering(
                order,
                () -> warehouse.inTransaction(connection -> {
                    GrantRole role = new GrantRole(connection, RoleNames.of(order));
                    Observed seen = role.observe(wanted(order), order.until());
                    return seen instanceof Observed.Ready && !masked(connection, order)
                            ? new Observed.Making(role.roles().grant(), "columns are being masked")
                            : given(order, seen);
                }));
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return answering(order, () -> switch (wanted) {
            case RUNNING -> make(order);
            case STOPPED -> observe(order);
            case GONE -> end(order);
        });
    }

    /** Of leases that nobody here knows: those of ours that are over are ended by {@link RoleRemoval}, which tells by itself. */
    @Override
    public List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        try {
            return warehouse.inTransaction(Logins::calledLikeOurs).stream()
                    .flatMap(role -> RoleNames.lease(role).stream()
                            .filter(lease -> leases.apply(lease) == Standing.UNKNOWN)
                            .map(lease -> new Leftover(
                                    lease, "role/" + role, "the role " + role + " of the warehouse", false)))
                    .toList();
        } catch (SQLException away) {
            LOG.debug("The warehouse couldn't be looked through for what is left over", away);
            return List.of();
        }
    }

    private Observed make(Order order) throws SQLException {
        Set<Privilege> privileges = wanted(order);
        if (privileges.isEmpty()) {
            return new Observed.Broken("The catalogue no longer has "
                    + order.part().reaches() + "; ask the platform team what became of it.");
        }
        if (access(order) == Access.WRITE
                && datasets(order).anyMatch(each -> !each.masked().isEmpty())) {
            return new Observed.Broken("What has masked columns can only be read; ask for it in clear text to write.");
        }
        RoleClaims.prepare(warehouse);
        return warehouse.insistently(connection -> {
            new RoleClaims(connection).lockHastily();
            GrantRole role = new GrantRole(connection, RoleNames.of(order));
            try {
                for (MaskedView each : views(connection, order)) {
                    each.ensure();
                }
            } catch (MaskedView.Unmaskable refused) {
                return new Observed.Broken(refused.getMessage());
            }
            return given(order, role.make(privileges, order.until(), order.epoch()));
        });
    }

    private boolean masked(Connection connection, Order order) throws SQLException {
        for (MaskedView each : views(connection, order)) {
            if (!each.current()) {
                return false;
            }
        }
        return true;
    }

    private List<MaskedView> views(Connection connection, Order order) {
        String role = RoleNames.of(order).grant();
        return datasets(order)
                .map(dataset -> new MaskedView(connection, role, dataset))
                .toList();
    }

    private Stream<Dataset> datasets(Order order) {
        Catalogue catalogue = bundles.current().catalogue();
        return order.part().reaches().stream().flatMap(each -> catalogue.covered(each).stream());
    }

    private Observed given(Order order, Observed seen) {
        return seen instanceof Observed.Ready ready ? new Observed.Ready(ready.ref(), query.outputs(order)) : seen;
    }

    private Observed end(Order order) throws SQLException {
        Observed seen = end.end(order);
        query.ended(order);
        return seen;
    }

    private Set<Privilege> wanted(Order order) {
        return Privilege.wanted(bundles.current().catalogue(), order.part().reaches(), access(order));
    }

    private static Access access(Order order) {
        Object said = order.part().spec().getOrDefault("access", "read");
        return Access.valueOf(said.toString().toUpperCase(Locale.ROOT));
    }

    @Override
    public String farewell(Order order) {
        return "Your open sessions in the warehouse were closed; log in again for what you still have there.";
    }

    @Override
    public boolean hasCredentials(Order order) {
        return true;
    }

    @Override
    public Optional<Credentials> credentials(Order order) {
        RoleNames roles = RoleNames.of(order);
        try {
            Optional<Credentials> made = warehouse.insistently(connection -> {
                RoleClaims claims = new RoleClaims(connection);
                claims.lockHastily();
                if (claims.until(roles.grant()).isEmpty()) {
                    return Optional.empty();
                }
                Instant until = claims.lastEnd(roles.login()).orElseThrow();
                return Optional.of(lines(roles.login(), new Logins(connection).freshPassword(roles.login()), until));
            });
            return made.map(credentials -> credentials.and(tables(order)).and(query.lines(order)));
        } catch (SQLException trouble) {
            LOG.warn("No credentials for {}: {}", roles.login(), WarehouseErrors.state(trouble));
            return Optional.empty();
        }
    }

    /** A login of the lease's own, so that neither another lease nor a password shown anew ends it. */
    @Override
    public Optional<Map<String, String>> environment(Order order) {
        RoleNames roles = RoleNames.of(order);
        try {
            Optional<String> password = warehouse.insistently(connection -> {
                RoleClaims claims = new RoleClaims(connection);
                claims.lockHastily();
                return claims.lasts(roles.grant())
                        ? Optional.of(new PageLogin(connection, roles.local()).open(roles, order.until()))
                        : Optional.empty();
            });
            return password.map(each -> warehouse.environment(roles.local(), each));
        } catch (SQLException trouble) {
            LOG.warn("No password for {}: {}", roles.local(), WarehouseErrors.state(trouble));
            return Optional.empty();
        }
    }

    /** None while the warehouse cannot be asked: then nothing was seen to be ready either. */
    @Override
    public ProvisioningLog deeds(Order order) {
        try {
            return warehouse.inTransaction(connection -> new GrantRole(connection, RoleNames.of(order)).deeds());
        } catch (SQLException | RuntimeException trouble) {
            LOG.warn("What was done for {} is not known: {}", order.lease(), trouble.toString());
            return ProvisioningLog.NONE;
        }
    }

    /** The tables that may be read, as one line of the credentials: {@code TABLES} at most, then how many more. */
    private Map<String, String> tables(Order order) {
        List<String> tables = datasets(order)
                .map(dataset -> dataset.readAs().value())
                .distinct()
                .sorted()
                .toList();
        String more = tables.size() > TABLES ? "\nand " + (tables.size() - TABLES) + " more" : "";
        return Map.of("Tables", tables.stream().limit(TABLES).collect(Collectors.joining("\n")) + more);
    }

    private Credentials lines(String login, String password, Instant until) {
        ZoneId zone = bundles.current().organisation().zone();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("User", login);
        lines.put("Password", password);
        lines.put("JDBC", warehouse.jdbcUrl());
        lines.put("Command line", warehouse.psql(login));
        lines.put(
                "Valid until",
                DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm VV", Locale.ENGLISH)
                        .format(until.atZone(zone)));
        lines.put("Note", "It replaces any earlier password of this user; open connections stay.");
        return new Credentials(lines);
    }

    private Observed answering(Order order, Attempt attempt) {
        try {
            return attempt.run();
        } catch (SQLException trouble) {
            return WarehouseErrors.seen(trouble);
        } catch (RuntimeException unexpected) {
            LOG.error("Grant {} of {}", order.part().name(), order.lease(), unexpected);
            return new Observed.Broken("The grant could not be made; the platform team finds why in the log.");
        }
    }

    private interface Attempt {
        Observed run() throws SQLException;
    }
}
