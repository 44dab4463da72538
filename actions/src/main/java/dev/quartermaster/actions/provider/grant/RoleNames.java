package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names derived from ids alone, so that any worker finds by name what an earlier one made.
 *
 * @param grant the NOLOGIN role of one part of one lease
 * @param login the person's own
 */
record RoleNames(String grant, String login) {
    /** PostgreSQL cuts identifiers at 63 bytes; two persons cut to one name would share their rights. */
    private static final int LONGEST = 63;

    private static final String GRANT = "qm_lease_";
    private static final String PAGE = "qm_query_";
    /** What the login begins with that belongs to what runs on this machine; as long as the query page's. */
    private static final String LOCAL = "qm_local_";

    private static final Pattern OURS =
            Pattern.compile("(?:" + GRANT + "|" + PAGE + "|" + LOCAL + ")([a-z2-7]{10})(?:_.*)?");

    static RoleNames of(Order order) {
        return new RoleNames(
                grant(order.lease(), order.part().name().value()),
                login(order.owner().id()));
    }

    /** The login of the query page of the lease that the grant is a part of. */
    String page() {
        // A lease's id has ten letters behind the hyphen, and a login that is nobody's grant is only its own.
        return grant.startsWith(GRANT) ? PAGE + grant.substring(GRANT.length(), GRANT.length() + 10) : grant;
    }

    /** The login of what runs on this machine for that lease. */
    String local() {
        return grant.startsWith(GRANT) ? LOCAL + grant.substring(GRANT.length(), GRANT.length() + 10) : grant;
    }

    /** The logins that are the lease's own: with its last grant they go. */
    List<String> ofLease() {
        return List.of(page(), local());
    }

    /** All that may be a member of the grant. */
    List<String> members() {
        return List.of(login, page(), local());
    }

    static String page(LeaseId lease) {
        return PAGE + own(lease);
    }

    /** How the grants of the lease that a login belongs to are called, as far as they are called alike. */
    static String beginning(String login) {
        return GRANT + login.substring(PAGE.length()) + "_";
    }

    static String grant(LeaseId lease, String part) {
        return GRANT + own(lease) + "_" + part;
    }

    /** Whose a role would be that is called like one of ours; empty: it isn't called so. */
    static Optional<LeaseId> lease(String role) {
        return Optional.of(OURS.matcher(role))
                .filter(Matcher::matches)
                .flatMap(ours -> LeaseId.of("lease-" + ours.group(1)));
    }

    private static String own(LeaseId lease) {
        return lease.value().substring("lease-".length());
    }

    private static String login(PersonId person) {
        String whole = "qm_person_" + person.value();
        // An underscore cannot be in a person's id, so a shortened name is never another person's whole one.
        return whole.length() <= LONGEST ? whole : whole.substring(0, 40) + "_" + digest(person.value());
    }

    private static String digest(String text) {
        return Sha256.hex(text).substring(0, 22);
    }
}
