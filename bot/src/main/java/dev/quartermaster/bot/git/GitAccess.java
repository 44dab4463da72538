package dev.quartermaster.bot.git;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.provider.repository.GitFolder;
import dev.quartermaster.actions.provider.repository.GitFolders;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.api.ApiTokens;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.TeamId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may open a repository. While its lease lives: whoever has the token that was shown for it. Afterwards: the members of
 * its team, for reading, by their API tokens. Everybody else is told the same, whether there is such a repository or not.
 */
@Component
class GitAccess {
    private final GitFolders repositories;
    private final Leases leases;
    private final ApiTokens tokens;
    private final Bundles bundles;
    private final DatabaseTime time;

    GitAccess(GitFolders repositories, Leases leases, ApiTokens tokens, Bundles bundles, DatabaseTime time) {
        this.repositories = repositories;
        this.leases = leases;
        this.tokens = tokens;
        this.bundles = bundles;
        this.time = time;
    }

    /** Strangers are refused by their password, before the database is asked. */
    Optional<GitFolder> opened(GitRequest request) {
        if (request.password().isEmpty()) {
            return Optional.empty();
        }
        return repositories
                .find(request.repository())
                .filter(repository -> repository.ended()
                        ? tokens.emailOf(request.password()).isPresent()
                        : repository.opensWith(request.password()))
                .filter(repository -> leases.find(repository.lease())
                        .filter(lease -> repository.ended() ? of(lease.team(), request.password()) : living(lease))
                        .isPresent());
    }

    /** A reconciler that is late must not lengthen anything. */
    private boolean living(Lease lease) {
        boolean open = switch (lease.state()) {
            case LIVE, STOPPED -> true;
            case PROVIDING, ENDING, ENDED, DONE, FAILED -> false;
        };
        return open && time.now().isBefore(lease.until());
    }

    /** While the source of people is broken, nobody is a member of anything. */
    private boolean of(TeamId team, String token) {
        try {
            People people = bundles.read();
            return tokens.emailOf(token)
                    .flatMap(people::byEmail)
                    .flatMap(person -> people.teamOf(person.id()))
                    .filter(each -> each.id().equals(team))
                    .isPresent();
        } catch (PeopleSource.Broken broken) {
            return false;
        }
    }
}
