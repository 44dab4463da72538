package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.intents.part.PartType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code provider: repository}, with {@code template: <name>}. A repository holds people's work, so its end is not its
 * deletion: it moves to the folder {@code ended} beside the others, where the platform team finds it.
 */
@Component
class RepositoryProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(RepositoryProvider.class);

    private final GitStore shelf;

    RepositoryProvider(@Value("${quartermaster.home:.quartermaster}/repositories") Path folder) {
        this.shelf = new GitStore(folder.toAbsolutePath().normalize());
    }

    @Override
    public PartType type() {
        return new RepositoryPart();
    }

    @Override
    public Observed observe(Order order) {
        return seen(order);
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        try {
            return switch (wanted) {
                case RUNNING -> make(order);
                case STOPPED -> seen(order);
                case GONE -> end(order);
            };
        } catch (IOException | GitAPIException | RuntimeException trouble) {
            LOG.warn("Repository of {}", order.lease(), trouble);
            return new Observed.Unreachable("the repository folder");
        }
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        String name = name(order);
        String template = String.valueOf(order.part().spec().get("template"));
        return new ProvisioningLog(
                List.of("make the bare repository " + name + " with one commit, from the template " + template),
                List.of("move " + name + " to the folder ended, with everything in it"));
    }

    private Observed make(Order order) throws IOException, GitAPIException {
        String name = name(order);
        if (shelf.find(name).isPresent()) {
            return seen(order);
        }
        String wanted = String.valueOf(order.part().spec().get("template"));
        Optional<Template> template = Template.named(wanted);
        if (template.isEmpty()) {
            return new Observed.Broken(
                    "There is no repository template \"" + wanted + "\"; the platform team adds it.");
        }
        return shelf.exclusively(
                        name,
                        order.epoch(),
                        () -> shelf.place(name, folder -> new TemplateCommit(order).plant(folder, template.get())))
                ? seen(order)
                : late();
    }

    private Observed end(Order order) throws IOException, GitAPIException {
        String name = name(order);
        return shelf.exclusively(name, order.epoch(), () -> shelf.retire(name)) ? seen(order) : late();
    }

    private Observed seen(Order order) {
        return shelf.find(name(order))
                .map(folder -> folder.toUri().toString())
                .<Observed>map(url -> new Observed.Ready(url, Map.of(RepositoryPart.URL, url)))
                .orElseGet(Observed.Absent::new);
    }

    private static Observed late() {
        return new Observed.Making("", "another worker has taken over");
    }

    private static String name(Order order) {
        return order.lease() + "-" + order.part().name() + ".git";
    }
}
