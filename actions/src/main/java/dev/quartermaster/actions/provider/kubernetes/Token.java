package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The token of {@code token: {secret: name}}: random, made once, kept nowhere but in the cluster's own Secret, under
 * the key {@code token}.
 */
record Token(String secret) {
    private static final String KEY = "token";
    private static final int BYTES = 24;

    static Optional<Token> of(Order order) {
        var secret = Tree.of(order.part().spec()).at("token").text("secret");
        return secret.isEmpty() ? Optional.empty() : Optional.of(new Token(secret));
    }

    ObjectRef ref(String namespace) {
        return new ObjectRef("v1", "Secret", namespace, secret);
    }

    Map<String, Object> fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var data = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.US_ASCII));
        return Map.of(
                "apiVersion", "v1",
                "kind", "Secret",
                "metadata", Map.of("name", secret),
                "type", "Opaque",
                "data", Map.of(KEY, data));
    }

    static Optional<Credentials> read(Map<String, Object> secret) {
        var data = Tree.of(secret).at("data").text(KEY);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        var lines = new LinkedHashMap<String, String>();
        lines.put("Token", new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII));
        return Optional.of(new Credentials(lines));
    }
}
