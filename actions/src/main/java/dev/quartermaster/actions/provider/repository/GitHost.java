package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.ProvisioningLog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;

/** Where repositories are kept. Calls may come again, and find by name what an earlier one made. */
interface GitHost {
    /** What people wait for while it can't be reached: "the repository folder". */
    String words();

    Observed observe(Order order, RepositoryName name) throws IOException;

    Observed make(Order order, RepositoryName name) throws IOException, GitAPIException;

    /** Names of all that are open and called like ours; none where the host is somebody else's. */
    default List<RepositoryName> open() throws IOException {
        return List.of();
    }

    /** What is in it stays with the team, and nothing handed out for it opens it any more. */
    Observed end(Order order, RepositoryName name) throws IOException, GitAPIException;

    /** Fresh ones, instead of any earlier; empty: people log in there as themselves. */
    Optional<Credentials> credentials(Order order, RepositoryName name) throws IOException, GitAPIException;

    boolean hasCredentials();

    ProvisioningLog deeds(RepositoryName name, String template);

    /** Where it is after its end, and whose; empty: there is none. */
    String farewell(Order order, RepositoryName name);
}
