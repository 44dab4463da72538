package dev.quartermaster.intents.rulebook;

import java.util.List;

/**
 * One rule file.
 *
 * @param owner a person, a team or a group, as written; empty when there is none
 * @param tests in the file's order
 * @param testLines where they stand
 */
public record RuleSheet(
        String file, String title, String owner, List<RuleText> rules, List<Test> tests, Lines testLines) {
    public RuleSheet {
        rules = List.copyOf(rules);
        tests = List.copyOf(tests);
    }

    /** One test. @param text with its dash, without the list's indentation, with the comments right above it */
    public record Test(String text, Lines lines) {}
}
