package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names derived from ids alone, so that any worker finds by name what an earlier one made.
 *
 * @param grant the NOLOGIN role of one part of one lease
 * @param login the person's own
 */
record RoleNames(String grant, String login) {
    /** PostgreSQL cuts identifiers at 63 bytes; two persons cut to one name would share their rights. */
    private static final int LONGEST = 63;

    static RoleNames of(Order order) {
        return new RoleNames(
                grant(order.lease(), order.part().name().value()),
                login(order.owner().id()));
    }

    private static String grant(LeaseId lease, String part) {
        return "qm_lease_" + lease.value().substring("lease-".length()) + "_" + part;
    }

    private static String login(PersonId person) {
        String whole = "qm_person_" + person.value();
        // An underscore cannot be in a person's id, so a shortened name is never another person's whole one.
        return whole.length() <= LONGEST ? whole : whole.substring(0, 40) + "_" + digest(person.value());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
