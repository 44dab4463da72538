package dev.quartermaster.intents.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rule files of a bundle, in the order in which they are read. */
public record Rulebook(List<RuleSheet> sheets) {
    private static final String FOLDER = "policies/";

    public Rulebook {
        sheets = List.copyOf(sheets);
    }

    /** @param files of a bundle that was read without problems; what is no rule file is left alone */
    public static Rulebook of(Map<String, String> files) {
        return new Rulebook(new TreeMap<>(files)
                .entrySet().stream()
                        .filter(file -> file.getKey().startsWith(FOLDER)
                                && file.getKey().endsWith(".yaml"))
                        .flatMap(file -> SheetReader.read(file.getKey(), file.getValue()).stream())
                        .toList());
    }

    public List<RuleText> rules() {
        return sheets.stream().flatMap(sheet -> sheet.rules().stream()).toList();
    }

    public Optional<RuleText> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** @param name the file's path, or its name without folder and ending */
    public Optional<RuleSheet> sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.file().equals(name) || sheet.file().equals(FOLDER + name + ".yaml"))
                .findFirst();
    }
}
