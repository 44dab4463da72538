package dev.quartermaster.actions.provider.kubernetes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Somebody else with rights in the team's namespace, who speaks to the same API by himself. */
final class Others {
    private static final List<String> KINDS = List.of(
            "api/v1/secrets",
            "api/v1/persistentvolumeclaims",
            "apis/apps/v1/statefulsets",
            "apis/networking.k8s.io/v1/networkpolicies");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI cluster;

    Others(URI cluster) {
        this.cluster = cluster;
    }

    void make(String apiVersion, String plural, Map<String, Object> object) {
        send("POST", path(apiVersion, plural), object);
    }

    void makeNamespace(String name, Map<String, String> labels) {
        send(
                "POST",
                "api/v1/namespaces",
                Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name, "labels", labels)));
    }

    void delete(String apiVersion, String plural, String name) {
        send("DELETE", path(apiVersion, plural) + "/" + name, Map.of());
    }

    Map<String, Object> get(String apiVersion, String plural, String name) {
        return send("GET", path(apiVersion, plural) + "/" + name, Map.of());
    }

    /** Of the kinds a lab is made of, in every namespace. */
    List<Map<String, Object>> all() {
        var all = new ArrayList<Map<String, Object>>();
        for (var kind : KINDS) {
            Tree.of(send("GET", kind, Map.of())).items("items").stream()
                    .filter(item -> !ofTheNamespace(item))
                    .forEach(item -> all.add(item.fields()));
        }
        return all;
    }

    /** What stands in every namespace that was created, and goes with it. */
    private static boolean ofTheNamespace(Tree item) {
        return item.at("metadata", "labels").text("app.kubernetes.io/part-of").equals("quartermaster");
    }

    /** As {@code kubectl get -o yaml}, edited so that it can be made again. */
    static Map<String, Object> withoutIdentity(Map<String, Object> object) {
        var metadata = new LinkedHashMap<>(Tree.of(object).at("metadata").fields());
        List.of("uid", "resourceVersion", "creationTimestamp", "generation", "managedFields")
                .forEach(metadata::remove);
        var copy = new LinkedHashMap<>(object);
        copy.remove("status");
        copy.put("metadata", metadata);
        return copy;
    }

    static Map<String, Object> named(String kind, String apiVersion, String name, String lease) {
        Map<String, Object> tree = new Yaml().load("""
                apiVersion: %s
                kind: %s
                metadata:
                  name: %s
                  labels: {app.kubernetes.io/managed-by: quartermaster, quartermaster.dev/lease: %s,
                    quartermaster.dev/part: home, quartermaster.dev/team: growth, quartermaster.dev/owner: ana}
                """.formatted(apiVersion, kind, name, lease));
        if (kind.equals("StatefulSet")) {
            tree.put("spec", new Yaml().load("""
                    {serviceName: theirs, replicas: 1, selector: {matchLabels: {app: theirs}}, template: {
                      metadata: {labels: {app: theirs}}, spec: {containers: [{name: main, image: "their.example/x:1"}]}}}
                    """));
        }
        return tree;
    }

    private static String path(String apiVersion, String plural) {
        return (apiVersion.equals("v1") ? "api/" : "apis/") + apiVersion + "/namespaces/team-growth/" + plural;
    }

    private Map<String, Object> send(String method, String path, Map<String, Object> body) {
        try {
            var request = HttpRequest.newBuilder(cluster.resolve("/" + path))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            method.equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return json.readValue(answer.body(), new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
