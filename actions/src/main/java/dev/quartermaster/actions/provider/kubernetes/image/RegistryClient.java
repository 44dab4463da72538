package dev.quartermaster.actions.provider.kubernetes.image;

import dev.quartermaster.actions.provider.BoundedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a registry which digest a tag has now: {@code HEAD} of the manifest as in the OCI distribution specification 1.1,
 * anonymously, with the token that registries of Docker's kind want even then. Nothing is followed to where the registry
 * itself doesn't live, no answer is longer waited for than two seconds, and none of more than 64 KiB is read.
 */
final class RegistryClient {
    private static final String HUB = ".docker.io";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 65_536;
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BoundedHttp http = new BoundedHttp(PATIENCE, MOST_BYTES);
    private final Function<String, URI> addresses;

    RegistryClient() {
        this(host -> URI.create("https://" + (host.equals("docker.io") ? "registry-1.docker.io" : host)));
    }

    /** @param addresses of registries by their host */
    RegistryClient(Function<String, URI> addresses) {
        this.addresses = addresses;
    }

    /** Empty where the registry doesn't say, for whatever reason. */
    Optional<String> digest(ImageName image) {
        var registry = addresses.apply(image.host());
        var manifest = registry.resolve("/v2/" + image.repository() + "/manifests/" + image.tag());
        try {
            var answer = head(manifest, Optional.empty());
            if (answer.statusCode() == 401) {
                var token = token(
                        registry,
                        answer.headers().firstValue("WWW-Authenticate").orElse(""));
                if (token.isPresent()) {
                    answer = head(manifest, token);
                }
            }
            return answer.statusCode() == 200
                    ? answer.headers().firstValue("Docker-Content-Digest").filter(DIGEST.asMatchPredicate())
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private HttpResponse<Void> head(URI manifest, Optional<String> token) throws IOException {
        var request =
                HttpRequest.newBuilder(manifest).header("Accept", MANIFESTS).method("HEAD", BodyPublishers.noBody());
        token.ifPresent(words -> request.header("Authorization", "Bearer " + words));
        return http.send(request, BodyHandlers.discarding());
    }

    private Optional<String> token(URI registry, String challenge) throws IOException {
        if (!challenge.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        var said = FIELD.matcher(challenge)
                .results()
                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2), (one, _) -> one));
        var realm = URI.create(said.getOrDefault("realm", ""));
        if (!livesWith(registry, realm)) {
            return Optional.empty();
        }
        var query = Map.of("service", said.getOrDefault("service", ""), "scope", said.getOrDefault("scope", ""))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realm + "?" + query));
        var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        var tree = JSON.readTree(answer.body());
        return Optional.of(tree.path("token").asString(tree.path("access_token").asString("")))
                .filter(words -> words.matches("[\\x21-\\x7e]{1,16384}"));
    }

    /**
     * The same host, or the one above it, as gitlab.com is of registry.gitlab.com; of all neighbours only Docker Hub's, because
     * those of a cluster's or a cloud's domain are strangers.
     */
    private static boolean livesWith(URI registry, URI realm) {
        return realm.getHost() != null
                && registry.getScheme().equals(realm.getScheme())
                && registry.getPort() == realm.getPort()
                && realm.getUserInfo() == null
                && realm.getQuery() == null
                && near(registry.getHost(), realm.getHost());
    }

    private static boolean near(String registry, String realm) {
        return realm.equals(registry)
                || realm.contains(".") && registry.endsWith("." + realm)
                || registry.endsWith(HUB) && realm.endsWith(HUB);
    }
}
