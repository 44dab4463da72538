package dev.quartermaster.actions.cluster.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer.Invalid;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** RFC 1123 and RFC 1035 names, label keys and values: the rules and the words of the API server's validation. */
final class NameRules {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String DNS_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String LABEL_VALUE = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;

    private static final String SUBDOMAIN_WORDS =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                    + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                    + SUBDOMAIN + "')";
    private static final String LABEL_WORDS =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                    + " end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                    + LABEL + "')";
    private static final String DNS_1035_WORDS =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                    + " character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for"
                    + " validation is '" + DNS_1035 + "')";
    private static final String VALUE_WORDS =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex"
                    + " used for validation is '" + LABEL_VALUE + "')";
    private static final String KEY_WORDS =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                    + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                    + " '"
                    + QUALIFIED + "')";

    private NameRules() {}

    static List<Invalid> check(Kind kind, JsonNode metadata) {
        var wrong = new ArrayList<Invalid>();
        var name = metadata.path("name").asText();
        if (kind.equals(Kinds.NAMESPACE)) {
            rule(wrong, "metadata.name", name, LABEL, LABEL_LENGTH, LABEL_WORDS);
        } else if (kind.equals(Kinds.SERVICE)) {
            rule(wrong, "metadata.name", name, DNS_1035, LABEL_LENGTH, DNS_1035_WORDS);
        } else {
            rule(wrong, "metadata.name", name, SUBDOMAIN, SUBDOMAIN_LENGTH, SUBDOMAIN_WORDS);
        }
        metadata.path("labels").properties().forEach(label -> {
            key(wrong, "metadata.labels", label.getKey());
            rule(wrong, "metadata.labels", label.getValue().asText(), LABEL_VALUE, LABEL_LENGTH, VALUE_WORDS);
        });
        metadata.path("annotations").properties().forEach(entry -> key(wrong, "metadata.annotations", entry.getKey()));
        return wrong;
    }

    private static void key(List<Invalid> wrong, String field, String key) {
        var slash = key.indexOf('/');
        if (slash >= 0) {
            rule(wrong, field, key.substring(0, slash), SUBDOMAIN, SUBDOMAIN_LENGTH, "prefix part " + SUBDOMAIN_WORDS);
        }
        rule(wrong, field, key.substring(slash + 1), QUALIFIED, LABEL_LENGTH, KEY_WORDS);
    }

    private static void rule(List<Invalid> wrong, String field, String value, String form, int longest, String words) {
        if (value.length() > longest) {
            wrong.add(Invalid.value(field, value, "must be no more than " + longest + " characters"));
        } else if (!Pattern.matches(form, value)) {
            wrong.add(Invalid.value(field, value, words));
        }
    }
}
