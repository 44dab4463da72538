package dev.quartermaster.intents.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A change of one rule in its file's text, with the tests that have to change with it.
 *
 * @param rule the rule as it stands
 * @param text the rule as wanted, without dash and indentation
 * @param tests all tests of a file as wanted, without indentation, by file; those of other files stay as they are
 */
public record Edit(RuleText rule, String text, Map<String, String> tests) {
    public Edit {
        tests = Map.copyOf(tests);
    }

    /** All files, with these changed. @throws IllegalArgumentException with words when it cannot be placed in its file */
    public Map<String, String> in(Map<String, String> files) {
        Map<String, String> changed = new TreeMap<>(files);
        Set<String> touched = new TreeSet<>(tests.keySet());
        touched.add(rule.file());
        touched.forEach(file -> changed.put(file, applied(file, files.getOrDefault(file, ""))));
        return changed;
    }

    private String applied(String file, String old) {
        RuleSheet sheet = SheetReader.read(file, old).orElseThrow(Edit::gone);
        List<String> lines = new ArrayList<>(old.lines().toList());
        List<RuleText> now = sheet.rules().stream()
                .filter(each -> each.id().equals(rule.id()))
                .toList();
        if (file.equals(rule.file()) && (now.isEmpty() || now.getFirst().text().isEmpty())) {
            throw gone();
        }
        // From below, so that what stands above keeps its lines.
        boolean testsFirst = now.isEmpty()
                || sheet.testLines().first() > now.getFirst().lines().first();
        if (testsFirst) {
            tests(lines, sheet);
        }
        if (!now.isEmpty()) {
            rule(lines, now.getFirst());
        }
        if (!testsFirst) {
            tests(lines, sheet);
        }
        return String.join("\n", lines) + "\n";
    }

    private void rule(List<String> lines, RuleText now) {
        String dash = SheetReader.dash(lines.get(now.lines().first() - 1));
        List<String> item = Indent.more(text, dash.length());
        if (!item.isEmpty()) {
            item.set(0, dash + item.getFirst().strip());
        }
        replace(lines, now.lines(), item);
    }

    private void tests(List<String> lines, RuleSheet sheet) {
        String wanted = tests.getOrDefault(sheet.file(), "");
        if (wanted.isBlank()) {
            return;
        }
        if (sheet.testLines().count() > 0) {
            replace(lines, sheet.testLines(), Indent.more(wanted, 2));
            return;
        }
        if (lines.stream().anyMatch(line -> line.startsWith("tests:") && !line.matches("tests:\\s*(\\[\\s*]\\s*)?"))) {
            throw new IllegalArgumentException(
                    "The file's tests are written on one line: leave them, or ask its owner");
        }
        lines.removeIf(line -> line.startsWith("tests:"));
        lines.add("tests:");
        lines.addAll(Indent.more(wanted, 2));
    }

    private static void replace(List<String> lines, Lines where, List<String> with) {
        List<String> stood = lines.subList(where.first() - 1, where.last());
        stood.clear();
        stood.addAll(with);
    }

    private static IllegalArgumentException gone() {
        return new IllegalArgumentException("The rule is not in its file any more");
    }
}
