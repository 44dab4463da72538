package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code a=b,c!=d,e in (f,g),h notin (i),j,!k}: all of them must hold. */
public final class LabelSelector {
    private static final Pattern TERMS = Pattern.compile(",(?![^()]*\\))");
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\(([^()]*)\\)");
    private static final Pattern EQUAL = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");

    private final List<Predicate<JsonNode>> terms;

    private LabelSelector(List<Predicate<JsonNode>> terms) {
        this.terms = terms;
    }

    public static LabelSelector parse(String text) {
        var terms = new ArrayList<Predicate<JsonNode>>();
        if (!text.isBlank()) {
            for (var term : TERMS.split(text)) {
                terms.add(term(term.strip()));
            }
        }
        return new LabelSelector(List.copyOf(terms));
    }

    boolean matches(JsonNode labels) {
        return terms.stream().allMatch(term -> term.test(labels));
    }

    private static Predicate<JsonNode> term(String term) {
        var set = SET.matcher(term);
        if (set.matches()) {
            return among(set.group(1), words(set.group(3)), set.group(2).equals("in"));
        }
        var equal = EQUAL.matcher(term);
        if (equal.matches()) {
            return among(equal.group(1), Set.of(equal.group(3)), !equal.group(2).equals("!="));
        }
        return term.startsWith("!") ? labels -> !labels.has(term.substring(1).strip()) : labels -> labels.has(term);
    }

    /** An absent label is never in a set and always outside it. */
    private static Predicate<JsonNode> among(String key, Set<String> values, boolean wanted) {
        return labels -> (labels.has(key) && values.contains(labels.path(key).asText())) == wanted;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
