package dev.quartermaster.actions.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which cluster, and how it is spoken to. Never the client library's own search: it would find {@code ~/.kube/config},
 * and a first try on somebody's laptop would make things in whatever cluster was used last.
 */
final class ClusterConfig {
    /** Where Kubernetes puts a pod's own identity. */
    private static final Path IDENTITY = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private static final int CONNECT_MILLIS = 3_000;
    private static final int REQUEST_MILLIS = 5_000;

    private ClusterConfig() {}

    /** {@code KUBECONFIG}, else the pod's own identity, else nothing. */
    static Optional<Config> from(Map<String, String> environment) {
        var kubeconfig = environment.getOrDefault("KUBECONFIG", "");
        if (!kubeconfig.isBlank()) {
            // Several files may be named; the first one says which cluster. They are not merged as kubectl would.
            var file = new File(kubeconfig.split(File.pathSeparator)[0]);
            if (!file.canRead()) {
                throw new IllegalArgumentException("KUBECONFIG names " + file + ", which can't be read. Correct it, or "
                        + "unset it to try things in a simulated cluster.");
            }
            return Optional.of(brief(Config.fromKubeconfig(file)));
        }
        var host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        var token = IDENTITY.resolve("token");
        if (host.isBlank() || !Files.isReadable(token)) {
            return Optional.empty();
        }
        var port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        var address = host.contains(":") ? "[" + host + "]" : host;
        var config = new ConfigBuilder(Config.empty())
                .withMasterUrl("https://" + address + ":" + port)
                .withCaCertFile(IDENTITY.resolve("ca.crt").toString())
                .withOauthTokenProvider(() -> read(token))
                .build();
        return Optional.of(brief(config));
    }

    static Config at(URI url) {
        return brief(
                new ConfigBuilder(Config.empty()).withMasterUrl(url.toString()).build());
    }

    /** Whoever calls comes again by himself, so nothing here waits long or tries twice. The cluster's audit log names us. */
    private static Config brief(Config config) {
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setRequestTimeout(REQUEST_MILLIS);
        config.setRequestRetryBackoffLimit(0);
        config.setUserAgent(Cluster.MANAGER);
        return config;
    }

    /** Read every time: the kubelet renews it. */
    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
