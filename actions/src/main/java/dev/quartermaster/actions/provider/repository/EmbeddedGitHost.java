package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.ProvisioningLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A folder of bare repositories, served at this program's own address. A repository holds people's work, so its end is not
 * its deletion: it moves to the folder {@code ended} beside the others and can be read at the same address by its team.
 *
 * @param address of the server, such as {@code http://localhost:8080/git/}
 */
record EmbeddedGitHost(GitStore store, String address) implements GitHost {
    @Override
    public String words() {
        return "the repository folder";
    }

    @Override
    public Observed observe(Order order, RepositoryName name) {
        return store.find(name.folder()).isPresent()
                ? new Observed.Ready(url(name), Map.of(RepositoryPart.URL, url(name)))
                : new Observed.Absent();
    }

    @Override
    public Observed make(Order order, RepositoryName name) throws IOException, GitAPIException {
        if (store.find(name.folder()).isPresent()) {
            return observe(order, name);
        }
        String wanted = String.valueOf(order.part().spec().get(RepositoryPart.TEMPLATE));
        Optional<RepositoryTemplate> template = RepositoryTemplate.named(wanted);
        if (template.isEmpty()) {
            return new Observed.Broken(
                    "There is no repository template \"" + wanted + "\"; the platform team adds it.");
        }
        return alone(
                order,
                name,
                () -> store.place(name.folder(), folder -> new TemplateCommit(order).plant(folder, template.get())));
    }

    @Override
    public List<RepositoryName> open() throws IOException {
        return store.names().stream()
                .flatMap(name -> RepositoryName.in(name).stream())
                .toList();
    }

    @Override
    public Observed end(Order order, RepositoryName name) throws IOException, GitAPIException {
        return alone(order, name, () -> store.retire(name.folder()));
    }

    private Observed alone(Order order, RepositoryName name, GitStore.Work work) throws IOException, GitAPIException {
        return store.exclusively(name.folder(), order.epoch(), work)
                ? observe(order, name)
                : new Observed.Making("", "another worker has taken over");
    }

    /** Whatever epoch the order has: a click is nobody's claim. */
    @Override
    public Optional<Credentials> credentials(Order order, RepositoryName name) throws IOException {
        Optional<Path> folder = store.find(name.folder());
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        String user = order.owner().id().value();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Command line", "git clone " + url(name).replaceFirst("://", "://" + user + "@"));
        lines.put("User", user);
        String token = new RepositoryToken(folder.get()).fresh();
        lines.put("Password", token);
        lines.put(
                "Note", "git asks for the password. It replaces any earlier one, and ends with the repository's time.");
        Map<String, String> environment =
                Map.of("GIT_URL", url(name).replaceFirst("://", "://" + user + ":" + token + "@"));
        return Optional.of(new Credentials(lines, environment));
    }

    @Override
    public boolean hasCredentials() {
        return true;
    }

    @Override
    public ProvisioningLog deeds(RepositoryName name, String template) {
        return new ProvisioningLog(
                List.of("make the bare repository " + name.folder() + " with one commit, from the template "
                        + template),
                List.of("move " + name.folder() + " to the folder ended, with everything in it"));
    }

    @Override
    public String farewell(Order order, RepositoryName name) {
        return store.ended(name.folder()).isEmpty()
                ? ""
                : "The repository " + name.name() + " stays with the team "
                        + order.team().id()
                        + ", with everything pushed to it: its members clone it from " + url(name)
                        + " with their API token as the password; the platform team gives out tokens.";
    }

    private String url(RepositoryName name) {
        return address + name.address();
    }
}
