package dev.quartermaster.actions.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is shown privately, on a click: labelled lines, secrets among them. Nothing of it is ever logged: toString has no values. */
public record Credentials(Map<String, String> lines) {
    public Credentials {
        lines = new LinkedHashMap<>(lines);
    }

    /** These, and others behind them. */
    public Credentials and(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(lines);
        all.putAll(others);
        return new Credentials(all);
    }

    @Override
    public String toString() {
        return "Credentials" + lines.keySet();
    }
}
