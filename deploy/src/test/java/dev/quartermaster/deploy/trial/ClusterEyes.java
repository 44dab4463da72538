package dev.quartermaster.deploy.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a cluster holds, asked of its API without the program. */
record ClusterEyes(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LISTS = List.of(
            "/api/v1/namespaces/%s/services",
            "/api/v1/namespaces/%s/secrets",
            "/api/v1/namespaces/%s/persistentvolumeclaims",
            "/apis/apps/v1/namespaces/%s/statefulsets",
            "/apis/networking.k8s.io/v1/namespaces/%s/ingresses",
            "/apis/networking.k8s.io/v1/namespaces/%s/networkpolicies",
            "/apis/ray.io/v1/namespaces/%s/rayclusters");

    /** One entry for each object. */
    List<String> kinds(String namespace, String lease) throws IOException, InterruptedException {
        List<String> kinds = new ArrayList<>();
        for (String list : LISTS) {
            JsonNode items = get(list.formatted(namespace) + "?labelSelector=quartermaster.dev/lease%3D" + lease);
            for (JsonNode item : items.path("items")) {
                kinds.add(
                        item.path("kind").asString(items.path("kind").asString().replaceFirst("List$", "")));
            }
        }
        return kinds;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
