package dev.quartermaster.actions.cluster;

import java.util.Locale;

/** A kind of object, as a manifest names it: {@code apps/v1}, {@code StatefulSet}. */
public record ApiKind(String apiVersion, String kind) {
    /** Empty for the core kinds. */
    public String group() {
        var slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /**
     * The resource it is kept under, as Kubernetes guesses it ({@code meta.UnsafeGuessKindToResource}); the code generators
     * of operators name theirs the same way.
     */
    public String resource() {
        var word = kind.toLowerCase(Locale.ROOT);
        if (word.equals("endpoints")) {
            return word;
        }
        if (word.endsWith("y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("s") ? word + "es" : word + "s";
    }
}
