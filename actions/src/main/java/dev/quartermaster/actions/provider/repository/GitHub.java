package dev.quartermaster.actions.provider.repository;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub's REST API, version 2022-11-28, at github.com or an Enterprise Server: repositories from a template, collaborators,
 * archiving. Written from its published contract, and tested against a stub of it.
 */
final class GitHub implements RemoteGit {
    private final HostApi api;
    private final String owner;

    /** @param url of the API, such as {@code https://api.github.com} */
    GitHub(String url, String token, String owner) {
        this.api = new HostApi(
                url,
                Map.of(
                        "Accept", "application/vnd.github+json",
                        "X-GitHub-Api-Version", "2022-11-28",
                        "Authorization", "Bearer " + token));
        this.owner = owner;
    }

    @Override
    public String title() {
        return "GitHub";
    }

    @Override
    public Optional<Remote> find(String name) throws IOException {
        HostApi.Answer found = api.get(repository(name)).only("Get a repository", 200, 404);
        return found.status() == 404
                ? Optional.empty()
                : Optional.of(new Remote(
                        found.text("clone_url"),
                        found.text("description"),
                        found.body().path("archived").asBoolean(false),
                        true));
    }

    @Override
    public void create(String name, String template, String description) throws IOException {
        api.send(
                        "POST",
                        repository(template) + "/generate",
                        Map.of("owner", owner, "name", name, "description", description, "private", true))
                .only("Create a repository using a template", 201);
    }

    @Override
    public void describe(String name, String description) throws IOException {
        api.send("PATCH", repository(name), Map.of("description", description)).only("Update a repository", 200);
    }

    /** 201: invited; 204: was in already, or is of the organisation. */
    @Override
    public boolean admit(String name, String user, Role role) throws IOException {
        String permission = switch (role) {
            case MAINTAINER -> "maintain";
            case WRITER -> "push";
        };
        return api.send(
                                "PUT",
                                repository(name) + "/collaborators/" + HostApi.encoded(user),
                                Map.of("permission", permission))
                        .only("Add a repository collaborator", 201, 204, 404)
                        .status()
                != 404;
    }

    @Override
    public void archive(String name, boolean archived) throws IOException {
        api.send("PATCH", repository(name), Map.of("archived", archived)).only("Update a repository", 200);
    }

    private String repository(String name) {
        return "/repos/" + HostApi.encoded(owner) + "/" + HostApi.encoded(name);
    }
}
