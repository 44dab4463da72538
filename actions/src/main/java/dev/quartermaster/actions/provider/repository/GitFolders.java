package dev.quartermaster.actions.provider.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The repositories kept in the folder of this process, for whoever serves them. Says nothing of who may open one. */
@Component
public final class GitFolders {
    private final GitStore store;
    private final boolean served;

    public GitFolders(
            @Value("${quartermaster.home:.quartermaster}/repositories") Path folder,
            @Value("${quartermaster.git.host:embedded}") String host) {
        this.store = GitStore.at(folder);
        this.served = host.strip().equals("embedded");
    }

    /** Whether repositories are kept here, and not on somebody else's host. */
    public boolean served() {
        return served;
    }

    /**
     * @param address {@code lease-<id>/<name>.git}, as in the clone URL; nothing else is looked for, so no text leads out
     *     of the folder
     */
    public Optional<GitFolder> find(String address) {
        return RepositoryName.at(address)
                .flatMap(name -> store.find(name.folder())
                        .map(folder -> new GitFolder(name.lease(), folder, false))
                        .or(() -> store.ended(name.folder()).map(folder -> new GitFolder(name.lease(), folder, true))));
    }

    /**
     * Has a repository's files published, or not any more; where there is none, nothing is done.
     *
     * @return false: somebody with a newer epoch was there, nothing was done
     */
    public boolean publish(String address, boolean wanted, long epoch) throws IOException {
        Optional<RepositoryName> name = RepositoryName.at(address);
        try {
            return name.isEmpty()
                    || store.exclusively(
                            name.get().folder(),
                            epoch,
                            () -> store.publish(name.get().folder(), wanted));
        } catch (GitAPIException never) {
            throw new IOException(never);
        }
    }
}
