package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a repository is called: its lease makes it unique, the name people gave it (or its part's) makes it readable.
 * Only letters, digits and single dashes, so that it means the same in an address, a folder and somebody else's API.
 */
record RepositoryName(LeaseId lease, String name) {
    private static final String WORD = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
    private static final Pattern ADDRESS = Pattern.compile("(" + LeaseId.PATTERN + ")/(" + WORD + ")\\.git");
    private static final Pattern FOLDER = Pattern.compile("(" + LeaseId.PATTERN + ")-(" + WORD + ")\\.git");
    /** Of a name; parts' names are as short. */
    private static final int LONGEST = 63;

    RepositoryName {
        if (name.length() > LONGEST || !name.matches(WORD)) {
            throw new IllegalArgumentException("Not a repository's name");
        }
    }

    /** @return empty where what it is to be called is no name */
    static Optional<RepositoryName> of(Order order) {
        Object called = order.part()
                .spec()
                .getOrDefault(RepositoryPart.CALLED, order.part().name().value());
        return checked(order.lease().value(), called.toString());
    }

    /** @param address as it stands in a clone URL, behind the server's; anything else is none */
    static Optional<RepositoryName> at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches() ? checked(parts.group(1), parts.group(2)) : Optional.empty();
    }

    /** @param folder as {@link #folder} calls it; anything else is none */
    static Optional<RepositoryName> in(String folder) {
        Matcher parts = FOLDER.matcher(folder);
        return parts.matches() ? checked(parts.group(1), parts.group(2)) : Optional.empty();
    }

    private static Optional<RepositoryName> checked(String lease, String name) {
        try {
            return Optional.of(new RepositoryName(new LeaseId(lease), name));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    String address() {
        return lease + "/" + name + ".git";
    }

    String folder() {
        return lease + "-" + name + ".git";
    }
}
