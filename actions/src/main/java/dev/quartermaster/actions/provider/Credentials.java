package dev.quartermaster.actions.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is shown privately, on a click: labelled lines, secrets among them. Nothing of it is ever logged: toString has no
 * values.
 *
 * @param environment the same for programs, by the names under which common tools look for it; may be empty
 */
public record Credentials(Map<String, String> lines, Map<String, String> environment) {
    public Credentials {
        lines = new LinkedHashMap<>(lines);
        environment = Map.copyOf(environment);
    }

    public Credentials(Map<String, String> lines) {
        this(lines, Map.of());
    }

    /** With more lines at the end. */
    public Credentials and(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(lines);
        all.putAll(others);
        return new Credentials(all, environment);
    }

    @Override
    public String toString() {
        return "Credentials" + lines.keySet();
    }
}
