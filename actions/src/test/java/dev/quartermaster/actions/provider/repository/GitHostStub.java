package dev.quartermaster.actions.provider.repository;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both APIs as far as they are used, with memory. GitHub: repos#create-a-repository-using-a-template, #get-a-repository,
 * #update-a-repository, collaborators#add-a-repository-collaborator. GitLab: projects, project_forks, members, users. Owner
 * {@code data} has one template, {@code python}; {@code ana} and {@code iris} have accounts.
 */
final class GitHostStub implements ResponseDefinitionTransformerV2 {
    static final String TOKEN = "host-token";
    static final Function<TeamId, Set<PersonId>> PEOPLE = team -> team.value().equals("growth")
            ? Set.of(new PersonId("ana"), new PersonId("iris"), new PersonId("mia"))
            : Set.of();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ACCOUNTS = List.of("", "ana", "iris");

    private final Map<String, Kept> repositories = new TreeMap<>();
    private int created;

    static final class Kept {
        private final String template;
        private String description;
        private final String visibility;
        private boolean archived;
        private boolean fork;
        private int looks;
        private final Map<String, String> members = new TreeMap<>();

        Kept(String template, String description, String visibility, boolean fork) {
            this.template = template;
            this.description = description;
            this.visibility = visibility;
            this.fork = fork;
        }

        String template() {
            return template;
        }

        String description() {
            return description;
        }

        String visibility() {
            return visibility;
        }

        boolean archived() {
            return archived;
        }

        boolean fork() {
            return fork;
        }

        Map<String, String> members() {
            return members;
        }
    }

    WireMockServer served() {
        WireMockServer server = new WireMockServer(options().dynamicPort().extensions(this));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }

    Map<String, Kept> repositories() {
        return repositories;
    }

    int created() {
        return created;
    }

    @Override
    public String getName() {
        return "git-host";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String[] url = request.getUrl().split("\\?");
        String call = request.getMethod().value() + " " + url[0];
        JsonNode body = request.getBodyAsString().isBlank()
                ? JSON.createObjectNode()
                : JSON.readTree(request.getBodyAsString());
        return call.contains(" /api/v4/")
                ? gitLab(request, call.replace(" /api/v4/", " ").split("[ /]"), body)
                : gitHub(request, call.split("[ /]+"), body);
    }

    /** {@code METHOD repos owner name …} */
    private ResponseDefinition gitHub(Request request, String[] call, JsonNode body) {
        if (!request.getHeader("Authorization").equals("Bearer " + TOKEN)
                || !request.getHeader("X-GitHub-Api-Version").equals("2022-11-28")) {
            return answer(401, Map.of("message", "Bad credentials"));
        }
        String name = call[3];
        if (call.length == 5 && call[4].equals("generate") && call[0].equals("POST")) {
            return created(name, body, "name", body.path("private").asBoolean() ? "private" : "public", false);
        }
        Kept kept = repositories.get(name);
        if (!call[2].equals("data") || kept == null) {
            return answer(404, Map.of("message", "Not Found"));
        }
        if (call.length == 6 && call[0].equals("PUT") && call[4].equals("collaborators")) {
            if (!ACCOUNTS.contains(call[5])) {
                return answer(404, Map.of("message", "Not Found"));
            }
            boolean first = kept.members.put(call[5], body.path("permission").asString()) == null;
            return first ? answer(201, Map.of("id", 1)) : answer(204, null);
        }
        if (call[0].equals("PATCH")) {
            if (kept.archived && !body.has("archived")) {
                return answer(403, Map.of("message", "Repository was archived so is read-only."));
            }
            changed(kept, body);
            kept.archived = body.path("archived").asBoolean(kept.archived);
        }
        return answer(
                200,
                Map.of(
                        "clone_url", clone(name),
                        "description", kept.description,
                        "archived", kept.archived));
    }

    /** {@code METHOD projects owner%2Fname …} */
    private ResponseDefinition gitLab(Request request, String[] call, JsonNode body) {
        if (!request.getHeader("PRIVATE-TOKEN").equals(TOKEN)) {
            return answer(401, Map.of("message", "401 Unauthorized"));
        }
        if (call[1].equals("users")) {
            int id = ACCOUNTS.indexOf(request.queryParameter("username").firstValue());
            return answer(200, id < 1 ? List.of() : List.of(Map.of("id", id)));
        }
        String name = URLDecoder.decode(call[2], StandardCharsets.UTF_8).replace("data/", "");
        String rest = call[0] + (call.length > 3 ? " " + call[3] : "");
        if (rest.equals("POST fork")) {
            return created(name, body, "path", body.path("visibility").asString(), true);
        }
        Kept kept = repositories.get(name);
        if (kept == null) {
            return answer(404, Map.of("message", "404 Project Not Found"));
        }
        return switch (rest) {
            case "GET" -> project(name, kept, kept.looks++ > 0 ? "finished" : "scheduled");
            case "PUT" -> {
                changed(kept, body);
                yield project(name, kept, "finished");
            }
            case "DELETE fork" -> {
                boolean was = kept.fork;
                kept.fork = false;
                yield answer(was ? 204 : 304, null);
            }
            case "POST members" -> {
                String level = body.path("access_level").asString();
                String user = ACCOUNTS.get(body.path("user_id").asInt());
                yield kept.members.putIfAbsent(user, level) == null
                        ? answer(201, Map.of("id", 1))
                        : answer(409, Map.of("message", "Member already exists"));
            }
            case "POST archive", "POST unarchive" -> {
                kept.archived = rest.equals("POST archive");
                yield answer(201, Map.of("archived", kept.archived));
            }
            default -> answer(405, Map.of());
        };
    }

    private ResponseDefinition created(String template, JsonNode body, String named, String visibility, boolean fork) {
        String name = body.path(named).asString();
        if (!template.equals("python")) {
            return answer(404, Map.of("message", "Not Found"));
        }
        if (repositories.containsKey(name)) {
            return answer(422, Map.of("message", "Name already exists on this account"));
        }
        repositories.put(name, new Kept(template, body.path("description").asString(), visibility, fork));
        created++;
        return answer(201, Map.of("id", created));
    }

    private static void changed(Kept kept, JsonNode body) {
        kept.description = body.path("description").asString(kept.description);
    }

    private static ResponseDefinition project(String name, Kept kept, String status) {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("id", 7);
        project.put("http_url_to_repo", clone(name));
        project.put("description", kept.description);
        project.put("archived", kept.archived);
        project.put("import_status", status);
        return answer(200, project);
    }

    private static String clone(String name) {
        return "https://git.example.com/data/" + name + ".git";
    }

    private static ResponseDefinition answer(int status, @Nullable Object body) {
        ResponseDefinitionBuilder answer =
                ResponseDefinitionBuilder.responseDefinition().withStatus(status);
        return (body == null ? answer : answer.withBody(JSON.writeValueAsString(body))).build();
    }
}
