package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.intents.plan.LeaseId;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A repository kept here, as the server hands it out.
 *
 * @param folder a bare repository
 * @param ended whether its lease is over and it stays for its team to read
 */
public record GitFolder(LeaseId lease, Path folder, boolean ended) {
    /** Whether this is the token last shown for it; takes as long for a wrong one as for the right one. */
    public boolean opensWith(String token) {
        return !ended && new RepositoryToken(folder).is(token);
    }

    /** Whether its files are a page for whoever has the link. */
    public boolean published() {
        return !ended && Files.isRegularFile(folder.resolve(GitStore.PUBLISHED), LinkOption.NOFOLLOW_LINKS);
    }
}
