package dev.quartermaster.actions.provider.website;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.repository.GitFolders;
import dev.quartermaster.intents.part.PartType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code provider: website}: the repository beside it in the same lease, published at this program's own address. On
 * somebody else's git host nothing is published: what that would show, and to whom, is that host's to say.
 */
@Component
class WebsiteProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(WebsiteProvider.class);

    private final GitFolders repositories;
    private final OwnAddress here;

    WebsiteProvider(GitFolders repositories, OwnAddress here) {
        this.repositories = repositories;
        this.here = here;
    }

    @Override
    public PartType type() {
        return new WebsitePart();
    }

    @Override
    public Observed observe(Order order) {
        return repositories.find(address(order).repository()).stream().anyMatch(each -> each.published())
                ? new Observed.Ready(url(order), Map.of(WebsitePart.URL, url(order)))
                : new Observed.Absent();
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        if (wanted == Wanted.RUNNING && !repositories.served()) {
            return new Observed.Broken("Websites are published only where repositories are kept by Quartermaster"
                    + " itself, and here they are kept on another git host. Ask for a repository (/qm launch repository)"
                    + " and publish it with that host's own pages.");
        }
        return switch (wanted) {
            case RUNNING -> published(order, true);
            case STOPPED -> observe(order);
            case GONE -> published(order, false);
        };
    }

    private Observed published(Order order, boolean wanted) {
        try {
            if (!repositories.publish(address(order).repository(), wanted, order.epoch())) {
                return new Observed.Making("", "another worker has taken over");
            }
            Observed seen = observe(order);
            return wanted && seen instanceof Observed.Absent
                    ? new Observed.Broken("There is no repository " + name(order) + " in it to publish; the platform"
                            + " team mends the golden path.")
                    : seen;
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("Page of {}", order.lease(), trouble);
            return new Observed.Unreachable("the repository folder");
        }
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        return new ProvisioningLog(
                List.of("publish the files of the branch main at " + url(order) + ", for whoever has that link"),
                List.of("publish them no more"));
    }

    private static String name(Order order) {
        return String.valueOf(order.part().spec().get(WebsitePart.OF));
    }

    private static PageAddress address(Order order) {
        return new PageAddress(order.lease(), name(order), "");
    }

    private String url(Order order) {
        return here.base() + address(order).directory();
    }
}
