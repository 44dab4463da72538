package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding.Decoded;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what: everybody everything but what is refused to all. Answers SelfSubjectAccessReviews
 * (authorization.k8s.io/v1) and, in the real server's words, whoever does it all the same.
 */
final class AccessReview {
    private static final List<String> PATH = List.of("apis", "authorization.k8s.io", "v1", "selfsubjectaccessreviews");
    private static final String REVIEW = "create selfsubjectaccessreviews.authorization.k8s.io";
    private static final String USER = "system:serviceaccount:quartermaster:quartermaster";

    private final Set<String> refused;
    private final Decoding decoding;

    AccessReview(Set<String> refused, Decoding decoding) {
        this.refused = refused;
        this.decoding = decoding;
    }

    /** Empty: it may be done, and is no question about that. */
    Optional<ApiAnswer> answer(Call call) {
        if (call.path().equals(PATH) && call.method().equals("POST") && !refused.contains(REVIEW)) {
            return Optional.of(reviewed(call));
        }
        return Asked.of(call)
                .filter(asked -> refused.contains(word(asked.verb(), asked.resource(), asked.group())))
                .map(asked -> forbidden(asked, call));
    }

    private ApiAnswer reviewed(Call call) {
        return switch (decoding.tree(call.body())) {
            case Decoded.Refused(var answer) -> answer;
            case Decoded.Read read -> new ApiAnswer.Given(201, reviewed(read.tree()), List.of());
        };
    }

    private ObjectNode reviewed(ObjectNode asked) {
        var wanted = asked.path("spec").path("resourceAttributes");
        var part = wanted.path("subresource").asText();
        var resource = wanted.path("resource").asText() + (part.isEmpty() ? "" : "/" + part);
        var word = word(
                wanted.path("verb").asText(), resource, wanted.path("group").asText());
        var review = JsonNodeFactory.instance.objectNode();
        review.put("kind", "SelfSubjectAccessReview").put("apiVersion", "authorization.k8s.io/v1");
        review.putObject("metadata");
        review.set("spec", asked.path("spec").deepCopy());
        review.putObject("status").put("allowed", !refused.contains(word));
        return review;
    }

    private static ApiAnswer forbidden(Asked asked, Call call) {
        var inside = call.path().indexOf("namespaces");
        var where = inside >= 0 && call.path().size() > inside + 2
                ? " in the namespace \"" + call.path().get(inside + 1) + "\""
                : " at the cluster scope";
        var resource = asked.group().isEmpty() ? asked.resource() : asked.resource() + "." + asked.group();
        return ApiAnswer.Refused.of(
                403,
                "Forbidden",
                resource + " is forbidden: User \"" + USER + "\" cannot " + asked.verb() + " resource \""
                        + asked.resource() + "\" in API group \"" + asked.group() + "\"" + where);
    }

    private static String word(String verb, String resource, String group) {
        return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
    }
}
