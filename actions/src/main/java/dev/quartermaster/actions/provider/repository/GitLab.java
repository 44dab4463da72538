package dev.quartermaster.actions.provider.repository;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * GitLab's REST API, version 4, at gitlab.com or self-managed. A project begins as a fork of its template, because templates
 * of one's own are not in every edition; then the tie is cut. Written from its published contract, and tested against a stub
 * of it.
 */
final class GitLab implements RemoteGit {
    private static final int DEVELOPER = 30;
    private static final int MAINTAINER = 40;

    private final HostApi api;
    private final String owner;

    /** @param url of the server, such as {@code https://gitlab.com} @param owner path of the group */
    GitLab(String url, String token, String owner) {
        this.api = new HostApi(url + "/api/v4", Map.of("PRIVATE-TOKEN", token));
        this.owner = owner;
    }

    @Override
    public String title() {
        return "GitLab";
    }

    @Override
    public Optional<Remote> find(String name) throws IOException {
        HostApi.Answer found = api.get(project(name)).only("Get a project", 200, 404);
        return found.status() == 404
                ? Optional.empty()
                : Optional.of(new Remote(
                        found.text("http_url_to_repo"),
                        found.text("description"),
                        found.body().path("archived").asBoolean(false),
                        filled(found.text("import_status"))));
    }

    /** Of a fork, which is copied later. @throws RefusedByHost when that failed, because it stays so */
    private static boolean filled(String status) throws RefusedByHost {
        if (status.equals("failed")) {
            throw new RefusedByHost("The copy of the template", 500);
        }
        return status.equals("finished") || status.equals("none");
    }

    @Override
    public void create(String name, String template, String description) throws IOException {
        api.send(
                        "POST",
                        project(template) + "/fork",
                        Map.of(
                                "namespace_path", owner,
                                "path", name,
                                "name", name,
                                "description", description,
                                "visibility", "private"))
                .only("Fork a project", 201);
    }

    @Override
    public void describe(String name, String description) throws IOException {
        api.send("DELETE", project(name) + "/fork", null).only("Delete a fork relationship", 204, 304, 404);
        api.send("PUT", project(name), Map.of("description", description)).only("Edit a project", 200);
    }

    /** 409: is in already. */
    @Override
    public boolean admit(String name, String user, Role role) throws IOException {
        JsonNode users = api.get("/users?username=" + HostApi.encoded(user))
                .only("List users", 200)
                .body();
        if (users.isEmpty()) {
            return false;
        }
        int level = switch (role) {
            case MAINTAINER -> MAINTAINER;
            case WRITER -> DEVELOPER;
        };
        api.send(
                        "POST",
                        project(name) + "/members",
                        Map.of("user_id", users.get(0).path("id").asLong(), "access_level", level))
                .only("Add a member to a project", 201, 409);
        return true;
    }

    @Override
    public void archive(String name, boolean archived) throws IOException {
        api.send("POST", project(name) + (archived ? "/archive" : "/unarchive"), null)
                .only("Archive a project", 201);
    }

    private String project(String name) {
        return "/projects/" + HostApi.encoded(owner + "/" + name);
    }
}
