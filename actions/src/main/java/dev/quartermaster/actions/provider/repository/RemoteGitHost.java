package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repositories on the organisation's own git host, under one owner: private, from its template repositories, with the
 * person and their team as collaborators. Their user names there are their ids here. At its end one is archived: it stays
 * with its people, to read. People log in there as themselves, so nothing secret is handed out.
 */
record RemoteGitHost(RemoteGit git, Function<TeamId, Set<PersonId>> members) implements GitHost {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteGitHost.class);

    /** Begins the description until everything is done, so that a crash between two calls is seen. */
    private static final String MAKING = "Being made by Quartermaster.";

    /** Characters that every host takes. */
    private static final int LONGEST = 350;

    @Override
    public String words() {
        return git.title();
    }

    @Override
    public Observed observe(Order order, RepositoryName name) throws IOException {
        return git.find(called(name))
                .filter(remote -> !remote.archived())
                .map(remote -> remote.filled() && !remote.description().startsWith(MAKING)
                        ? new Observed.Ready(remote.cloneUrl(), Map.of(RepositoryPart.URL, remote.cloneUrl()))
                        : new Observed.Making(remote.cloneUrl(), git.title() + " fills it"))
                .orElseGet(Observed.Absent::new);
    }

    @Override
    public Observed make(Order order, RepositoryName name) throws IOException {
        String called = called(name);
        String template = String.valueOf(order.part().spec().get(RepositoryPart.TEMPLATE));
        try {
            Optional<RemoteGit.Remote> there = git.find(called);
            if (there.isEmpty()) {
                git.create(called, template, MAKING);
                there = git.find(called);
            } else if (there.get().archived()) {
                git.archive(called, false);
            }
            if (there.filter(RemoteGit.Remote::filled).isPresent()) {
                if (!git.admit(called, order.owner().id().value(), RemoteGit.Role.MAINTAINER)) {
                    return new Observed.Broken(git.title() + " knows nobody called "
                            + order.owner().id() + ". Ask the platform team for an account of that name.");
                }
                admitTeam(order, called);
                git.describe(called, description(order));
            }
        } catch (RefusedByHost refused) {
            return refused(refused, template);
        }
        return observe(order, name);
    }

    private void admitTeam(Order order, String called) throws IOException {
        for (PersonId member : members.apply(order.team().id())) {
            if (!member.equals(order.owner().id()) && !git.admit(called, member.value(), RemoteGit.Role.WRITER)) {
                LOG.warn("{} knows nobody called {}: {} goes without them", git.title(), member, called);
            }
        }
    }

    private Observed refused(RefusedByHost refused, String template) throws IOException {
        return switch (refused.status()) {
            case 401, 403 ->
                new Observed.Broken(
                        git.title() + " refused to make the repository; the platform team was told.",
                        new PlatformTrouble(
                                "git-host-refuses",
                                git.title() + " answers " + refused.status()
                                        + ": see whether QUARTERMASTER_GIT_TOKEN is valid and may make repositories for"
                                        + " QUARTERMASTER_GIT_OWNER."));
            case 404, 422 ->
                new Observed.Broken(
                        "The repository could not be made from the template \"" + template
                                + "\"; the platform team was told.",
                        new PlatformTrouble(
                                "git-template-missing",
                                git.title() + " answers " + refused.status() + " to making one from \"" + template
                                        + "\": QUARTERMASTER_GIT_OWNER needs a template repository of that name."));
            default -> throw refused;
        };
    }

    @Override
    public Observed end(Order order, RepositoryName name) throws IOException {
        String called = called(name);
        if (git.find(called).filter(remote -> !remote.archived()).isPresent()) {
            git.archive(called, true);
        }
        return observe(order, name);
    }

    @Override
    public Optional<Credentials> credentials(Order order, RepositoryName name) {
        return Optional.empty();
    }

    @Override
    public boolean hasCredentials() {
        return false;
    }

    @Override
    public ProvisioningLog deeds(RepositoryName name, String template) {
        return new ProvisioningLog(
                List.of("make the private repository " + called(name) + " on " + git.title()
                        + " from the template repository " + template + ", with the person and their team in it"),
                List.of("archive " + called(name) + ", with everything in it"));
    }

    @Override
    public String farewell(Order order, RepositoryName name) {
        try {
            return git.find(called(name))
                    .map(remote -> "The repository stays with the team "
                            + order.team().id() + ", archived: read it at " + remote.cloneUrl() + ".")
                    .orElse("");
        } catch (IOException away) {
            return "The repository " + called(name) + " stays with the team "
                    + order.team().id() + " on " + git.title() + ".";
        }
    }

    /** What people wrote is one line of it, and no more. */
    private static String description(Order order) {
        String purpose = order.part()
                .spec()
                .getOrDefault(RepositoryPart.PURPOSE, "")
                .toString()
                .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        String made = "For " + order.owner().id() + " of " + order.team().id() + ", "
                + order.lease().value().replace("lease-", "req-") + ", by Quartermaster.";
        String all = purpose.isEmpty() ? made : made + " " + purpose;
        return all.codePointCount(0, all.length()) <= LONGEST
                ? all
                : all.substring(0, all.offsetByCodePoints(0, LONGEST));
    }

    /** Readable and the owner's only one of that name. */
    private static String called(RepositoryName name) {
        return name.name() + "-" + name.lease().value().replace("lease-", "");
    }
}
