package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The token of {@code token: {secret: name}}: random, made once, kept nowhere but in the cluster's own Secret, under
 * the key {@code token}; and where {@code ssh} says which machine, a key for that under {@code ssh-key}, with what lets it
 * in under {@code authorized_keys}.
 *
 * @param ssh {@code user@host:port}; empty: none
 */
record TokenSecret(String secret, String ssh) {
    private static final String KEY = "token";
    private static final String SSH_KEY = "ssh-key";
    private static final Pattern PLACE = Pattern.compile("([a-z][a-z0-9-]*)@([A-Za-z0-9.-]+):([0-9]{1,5})");
    private static final int BYTES = 24;

    static ClusterRight right() {
        return ClusterRight.inTeams(
                new ApiKind("v1", "Secret"),
                Set.of(Verb.GET, Verb.LIST, Verb.CREATE, Verb.DELETE),
                "makes the token that a link asks for, and shows it to its owner");
    }

    static Optional<TokenSecret> of(Order order) {
        var token = Tree.of(order.part().spec()).at("token");
        var secret = token.text("secret");
        return secret.isEmpty() ? Optional.empty() : Optional.of(new TokenSecret(secret, token.text("ssh")));
    }

    ObjectRef ref(String namespace) {
        return new ObjectRef("v1", "Secret", namespace, secret);
    }

    Map<String, Object> fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var data = new LinkedHashMap<String, Object>();
        data.put(KEY, encoded(token));
        if (!ssh.isEmpty()) {
            var key = SshKey.fresh(random);
            data.put(SSH_KEY, encoded(key.secret() + "\n"));
            data.put("authorized_keys", encoded(key.authorised() + "\n"));
        }
        return Map.of(
                "apiVersion", "v1",
                "kind", "Secret",
                "metadata", Map.of("name", secret),
                "type", "Opaque",
                "data", data);
    }

    Optional<Credentials> read(Map<String, Object> made) {
        var data = Tree.of(made).at("data");
        if (data.text(KEY).isEmpty()) {
            return Optional.empty();
        }
        var lines = new LinkedHashMap<String, String>();
        lines.put("Token", decoded(data.text(KEY)));
        var place = PLACE.matcher(ssh);
        if (place.matches() && !data.text(SSH_KEY).isEmpty()) {
            lines.put("Key for SSH, to save as a file that only you can read", decoded(data.text(SSH_KEY)));
            lines.put("Command line", "ssh -i FILE -p " + place.group(3) + " " + place.group(1) + "@" + place.group(2));
            lines.put(
                    "JetBrains Gateway, in your browser's address bar",
                    "jetbrains-gateway://connect#type=ssh&host=" + place.group(2) + "&port=" + place.group(3) + "&user="
                            + place.group(1));
        }
        return Optional.of(new Credentials(lines));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String data) {
        return new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII);
    }
}
