package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@code provider: repository}: a git repository made from a template, on the host that is configured. */
@Component
class RepositoryProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(RepositoryProvider.class);

    private final GitHost host;

    RepositoryProvider(GitHost host) {
        this.host = host;
    }

    @Override
    public PartType type() {
        return new RepositoryPart();
    }

    @Override
    public Observed observe(Order order) {
        return asked(order, host::observe);
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return switch (wanted) {
            case RUNNING -> asked(order, host::make);
            case STOPPED -> asked(order, host::observe);
            case GONE -> asked(order, host::end);
        };
    }

    private Observed asked(Order order, Asking asking) {
        Optional<RepositoryName> name = RepositoryName.of(order);
        if (name.isEmpty()) {
            return new Observed.Broken("A repository's name is lower case letters, digits and single dashes, beginning"
                    + " with a letter. Ask again with another name.");
        }
        try {
            return asking.of(order, name.get());
        } catch (IOException | GitAPIException | RuntimeException trouble) {
            LOG.warn("Repository of {}", order.lease(), trouble);
            return new Observed.Unreachable(host.words());
        }
    }

    @Override
    public List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        try {
            return host.open().stream()
                    .filter(name -> leases.apply(name.lease()) != Standing.OPEN)
                    .map(name -> new Leftover(
                            name.lease(), "repository/" + name.folder(), "the repository " + name.folder(), false))
                    .toList();
        } catch (IOException | RuntimeException trouble) {
            LOG.debug("{} couldn't be looked through for what is left over", host.words(), trouble);
            return List.of();
        }
    }

    @Override
    public boolean hasCredentials(Order order) {
        return host.hasCredentials();
    }

    @Override
    public Optional<Credentials> credentials(Order order) {
        try {
            Optional<RepositoryName> name = RepositoryName.of(order);
            return name.isEmpty() ? Optional.empty() : host.credentials(order, name.get());
        } catch (IOException | GitAPIException | RuntimeException trouble) {
            LOG.warn("No credentials for the repository of {}", order.lease(), trouble);
            return Optional.empty();
        }
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        String template = String.valueOf(order.part().spec().get(RepositoryPart.TEMPLATE));
        return RepositoryName.of(order).map(name -> host.deeds(name, template)).orElse(ProvisioningLog.NONE);
    }

    @Override
    public String kept(Order order) {
        return RepositoryName.of(order)
                .map(name -> "what is pushed to the repository " + name.name())
                .orElse("");
    }

    @Override
    public String farewell(Order order) {
        return RepositoryName.of(order).map(name -> host.farewell(order, name)).orElse("");
    }

    private interface Asking {
        Observed of(Order order, RepositoryName name) throws IOException, GitAPIException;
    }
}
