package dev.quartermaster.actions.provider.website;

import dev.quartermaster.intents.plan.LeaseId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page begins: {@code /site/<lease>/<name>/}, with the name that its repository is called.
 *
 * @param rest of an address, as it was sent, behind the slash; empty: the page itself
 */
public record PageAddress(LeaseId lease, String name, String rest) {
    private static final Pattern SHAPE = Pattern.compile("/site/(" + LeaseId.PATTERN + ")/([a-z0-9-]{1,63})/(.*)");

    /** @param path as it was sent: what is encoded in it stays so */
    public static Optional<PageAddress> of(String path) {
        Matcher parts = SHAPE.matcher(path);
        return parts.matches()
                ? Optional.of(new PageAddress(new LeaseId(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** The directory that all of the page lies in, beginning and ending with a slash. */
    public String directory() {
        return "/site/" + lease + "/" + name + "/";
    }

    /** What it is a page of, as {@code GitFolders} finds it. */
    public String repository() {
        return lease + "/" + name + ".git";
    }
}
