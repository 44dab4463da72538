package dev.quartermaster.bot.site;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.provider.repository.GitFolder;
import dev.quartermaster.actions.provider.repository.GitFolders;
import dev.quartermaster.actions.provider.website.PageAddress;
import dev.quartermaster.actions.provider.website.WebsitePart;
import dev.quartermaster.actions.time.DatabaseTime;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is published at an address at this moment. Whoever has the link may read it, while its lease lasts. */
@Component
class SiteAccess {
    private final GitFolders repositories;
    private final Leases leases;
    private final DatabaseTime time;

    SiteAccess(GitFolders repositories, Leases leases, DatabaseTime time) {
        this.repositories = repositories;
        this.leases = leases;
        this.time = time;
    }

    sealed interface Standing {
        record Published(Path repository) implements Standing {}

        record Over() implements Standing {}

        record Nothing() implements Standing {}
    }

    Standing of(PageAddress address) {
        Optional<GitFolder> folder = repositories.served() ? repositories.find(address.repository()) : Optional.empty();
        if (folder.isEmpty()) {
            return new Standing.Nothing();
        }
        Optional<Lease> lease = leases.find(address.lease()).filter(SiteAccess::publishes);
        if (lease.isEmpty()) {
            return new Standing.Nothing();
        }
        return switch (lease.get().state()) {
            // Whoever is late to end it must not lengthen anything.
            case LIVE ->
                !time.now().isBefore(lease.get().until())
                        ? new Standing.Over()
                        : folder.get().published()
                                ? new Standing.Published(folder.get().folder())
                                : new Standing.Nothing();
            case PROVIDING, STOPPED -> new Standing.Nothing();
            case ENDING, ENDED, DONE, FAILED -> new Standing.Over();
        };
    }

    private static boolean publishes(Lease lease) {
        return lease.plan().parts().stream().anyMatch(part -> part.provider().equals(WebsitePart.KIND));
    }
}
