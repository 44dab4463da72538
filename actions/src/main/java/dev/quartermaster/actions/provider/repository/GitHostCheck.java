package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.intents.config.Bundle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Whether the organisation's git host knows our token and has the template repositories. */
public final class GitHostCheck implements SetupCheck {
    private static final String SUBJECT = "Git";

    private final @Nullable RemoteGit git;
    private final String owner;

    /** @param git null where repositories are kept here */
    GitHostCheck(@Nullable RemoteGit git, String owner) {
        this.git = git;
        this.owner = owner;
    }

    /** @throws dev.quartermaster.actions.CannotStart when it is half configured */
    public static GitHostCheck of(Environment environment) {
        var settings = GitHostConfiguration.settings(environment);
        return new GitHostCheck(settings.kept() ? null : settings.remote(), settings.owner());
    }

    @Override
    public Checkup look(Bundle bundle) {
        return git == null
                ? Checkup.fine(SUBJECT, "repositories are kept here; QUARTERMASTER_GIT_HOST names a host of your own")
                : new Checkup(SUBJECT, git.title() + ", under " + owner, findings(git, templates(bundle)));
    }

    private List<Finding> findings(RemoteGit host, Map<String, List<String>> templates) {
        var found = new ArrayList<Finding>();
        for (var template : templates.entrySet()) {
            try {
                if (host.find(template.getKey()).isEmpty()) {
                    found.add(new Finding(
                            owner + " has no template repository " + template.getKey() + ".",
                            template.getValue(),
                            "everybody who asks for a repository of it",
                            "Make it under " + owner + " at " + host.title() + ", and mark it as a template."));
                }
            } catch (RefusedByHost refused) {
                return List.of(new Finding(
                        host.title() + " answers " + refused.status() + " to our token.",
                        all(templates),
                        "everybody who asks for a repository",
                        "Set QUARTERMASTER_GIT_TOKEN to one that may make repositories for " + owner + "."));
            } catch (IOException away) {
                return List.of(new Finding(
                        host.title() + " can't be reached.",
                        all(templates),
                        "everybody who asks for a repository",
                        "See QUARTERMASTER_GIT_URL, and whether this machine may reach it."));
            }
        }
        return found;
    }

    private static List<String> all(Map<String, List<String>> templates) {
        return templates.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<String>> templates(Bundle bundle) {
        var templates = new TreeMap<String, List<String>>();
        bundle.catalogue()
                .paths()
                .values()
                .forEach(path -> path.parts().stream()
                        .filter(part -> part.type() instanceof RepositoryPart)
                        .map(part -> String.valueOf(part.spec().get(RepositoryPart.TEMPLATE)))
                        .filter(template -> !template.contains("${"))
                        .forEach(template -> templates
                                .computeIfAbsent(template, _ -> new ArrayList<>())
                                .add(path.name().value())));
        return templates;
    }
}
