package dev.quartermaster.actions.provider.repository;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The repositories kept in the folder of this process, for whoever serves them. Says nothing of who may open one. */
@Component
public final class GitFolders {
    private final GitStore store;

    GitFolders(@Value("${quartermaster.home:.quartermaster}/repositories") Path folder) {
        this.store = GitStore.at(folder);
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
}
